import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, newKey, once, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";

/** What the desk says all may know of: who is hit as well says so in one tap, and needs no ticket. */
export function KnownIncidents({ item }: { item: string }) {
  const known = useQuery({
    queryKey: ["catalog", "known", item],
    queryFn: () => got(api.GET("/api/v1/incidents/known", { params: { query: { item } } })),
  });
  return known.data?.items.map((one) => <Known key={one.number} incident={one} />);
}

function Known({ incident }: { incident: Schemas["KnownView"] }) {
  const { t } = useTranslation("ask");
  const meToo = useMutation({
    mutationFn: () =>
      api.POST("/api/v1/tickets/{number}/me-too", { params: { path: { number: incident.number }, header: once(newKey()) }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["catalog", "known"] }),
  });
  return (
    <Alert
      type="warning"
      showIcon
      className="gap-below"
      title={t("incident.known", { title: incident.title })}
      description={
        <>
          <div>
            {t("incident.since")} <Ago at={incident.since} />. {t("incident.affected", { count: incident.affected })}
          </div>
          {incident.workaround && <div>{t("incident.workaround", { text: incident.workaround })}</div>}
          {meToo.error && <ProblemNotice problem={meToo.error} />}
        </>
      }
      action={
        incident.mine ? (
          <span>{t("incident.noted")}</span>
        ) : (
          <Button loading={meToo.isPending} onClick={() => meToo.mutate()}>
            {t("incident.meToo")}
          </Button>
        )
      }
    />
  );
}
