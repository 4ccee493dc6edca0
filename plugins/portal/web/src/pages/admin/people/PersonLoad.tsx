import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { Go } from "../../../shell/Go";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";
import { openStatuses } from "../../desk/list/address";
import { Facts } from "../Facts";
import { byPriority } from "../load";

/** How much lies with somebody now, as far as the viewer may see it. */
export function PersonLoad({ username }: { username: string }) {
  const { t } = useTranslation("admin");
  const load = useQuery({
    queryKey: ["users", "load", username],
    queryFn: () => got(api.GET("/api/v1/users/{username}/load", { params: { path: { username } } })),
    staleTime: 0,
  });
  const found = load.data;
  return (
    <section className="card" aria-label={t("load.title")}>
      <h2>{t("load.title")}</h2>
      {load.isLoading && <Waiting />}
      {load.error && <ProblemNotice problem={load.error} onRetry={() => void load.refetch()} />}
      {found && (
        <Facts
          facts={[
            [
              t("load.tickets"),
              found.tickets === 0 ? "0" : <Go to={`/desk?assignee=${encodeURIComponent(username)}&status=${openStatuses}&sort=-created_at`}>{[found.tickets, byPriority(found.by_priority)].filter(Boolean).join(" · ")}</Go>,
            ],
            [t("load.steps"), found.steps],
            [t("load.owned"), found.owned],
            [t("load.room"), found.room],
            [t("load.awake"), found.awake ? t("yes") : t("no")],
            [t("load.absent"), found.absent_until && <Moment at={found.absent_until} />],
          ]}
        />
      )}
    </section>
  );
}
