import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { Moment } from "../../../time/Moment";
import { Facts } from "../Facts";
import { LoadCard, OpenTickets } from "../LoadCard";

/** How much lies with somebody now, as far as the viewer may see it. */
export function PersonLoad({ username }: { username: string }) {
  const { t } = useTranslation("admin");
  const load = useQuery({
    queryKey: ["users", "load", username],
    queryFn: () => got(api.GET("/api/v1/users/{username}/load", { params: { path: { username } } })),
    staleTime: 0,
  });
  return (
    <LoadCard load={load}>
      {(found) => (
        <Facts
          facts={[
            [t("load.tickets"), <OpenTickets key="tickets" of="assignee" value={username} load={found} />],
            [t("load.steps"), found.steps],
            [t("load.owned"), found.owned],
            [t("load.room"), found.room],
            [t("load.awake"), found.awake ? t("yes") : t("no")],
            [t("load.absent"), found.absent_until && <Moment at={found.absent_until} />],
          ]}
        />
      )}
    </LoadCard>
  );
}
