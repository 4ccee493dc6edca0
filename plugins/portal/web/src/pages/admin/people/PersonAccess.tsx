import { useMutation } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { saidOf } from "../change";
import { ShownOnce } from "../ShownOnce";
import { freshenDirectory, type Person } from "./people";

/** Whether somebody may sign in, and a new password for who has lost theirs. */
export function PersonAccess({ person: { username, name, active } }: { person: Person }) {
  const { t } = useTranslation("admin");
  const turn = useMutation({
    mutationFn: (wish: boolean) => got(api.PATCH("/api/v1/users/{username}", { params: { path: { username } }, body: { active: wish } })),
    onSuccess: () => freshenDirectory(),
  });
  const renew = useMutation({
    mutationFn: () => got(api.POST("/api/v1/users/{username}/password", { params: { path: { username } } })),
  });
  const said = saidOf(turn.error, "active");
  return (
    <section className="card" aria-label={t("access.title")}>
      <h2>{t("access.title")}</h2>
      <p>{active ? t("access.active") : t("access.left")}</p>
      {renew.data?.password && <ShownOnce secret={renew.data.password} title={t("access.once", { name })} onClose={() => renew.reset()} />}
      {renew.error && <ProblemNotice problem={renew.error} onRetry={() => renew.mutate()} />}
      {turn.error && (said ? <p role="alert" className="admin-said">{said}</p> : <ProblemNotice problem={turn.error} />)}
      <div className="admin-buttons">
        <Popconfirm title={t("access.renewAsk", { name })} okText={t("access.renew")} cancelText={t("keep")} onConfirm={() => renew.mutate()}>
          <Button loading={renew.isPending}>{t("access.renew")}</Button>
        </Popconfirm>
        {active ? (
          <Popconfirm
            title={t("access.endAsk", { name })}
            description={t("access.endMeans")}
            okText={t("access.end")}
            okButtonProps={{ danger: true }}
            cancelText={t("keep")}
            onConfirm={() => turn.mutate(false)}
          >
            <Button danger loading={turn.isPending}>
              {t("access.end")}
            </Button>
          </Popconfirm>
        ) : (
          <Button loading={turn.isPending} onClick={() => turn.mutate(true)}>
            {t("access.begin")}
          </Button>
        )}
      </div>
    </section>
  );
}
