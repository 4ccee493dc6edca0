import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { Go } from "../../../shell/Go";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { Moment } from "../../../time/Moment";
import { openStatuses } from "../../desk/list/address";
import { Facts } from "../Facts";
import { byPriority } from "../load";

/** How much work lies with a group and with each of its members. */
export function GroupLoad({ name }: { name: string }) {
  const { t } = useTranslation("admin");
  const load = useQuery({
    queryKey: ["groups", "load", name],
    queryFn: () => got(api.GET("/api/v1/groups/{name}/load", { params: { path: { name } } })),
    staleTime: 0,
  });
  const found = load.data;
  return (
    <section className="card" aria-label={t("load.title")}>
      <h2>{t("load.title")}</h2>
      {load.isLoading && <Waiting />}
      {load.error && <ProblemNotice problem={load.error} onRetry={() => void load.refetch()} />}
      {found && (
        <>
          <Facts
            facts={[
              [
                t("load.queue"),
                found.tickets === 0 ? "0" : <Go to={`/desk?group=${encodeURIComponent(name)}&status=${openStatuses}&sort=-created_at`}>{[found.tickets, byPriority(found.by_priority)].filter(Boolean).join(" · ")}</Go>,
              ],
              [t("load.unassigned"), found.unassigned],
              [t("load.overdue"), found.overdue],
            ]}
          />
          {found.members.length > 0 && (
            <ul className="admin-plain">
              {found.members.map((member) => (
                <One key={member.username} member={member} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
}

function One({ member }: { member: Schemas["PersonLoad"] }) {
  const { t } = useTranslation("admin");
  const counts = [t("load.has", { count: member.tickets }), byPriority(member.by_priority)].filter(Boolean).join(" · ");
  return (
    <li>
      <div>
        {member.name}{" "}
        {member.absent_until ? (
          <Tag color="gold">
            {t("load.absent")} <Moment at={member.absent_until} />
          </Tag>
        ) : (
          !member.awake && <Tag>{t("load.asleep")}</Tag>
        )}
      </div>
      <div className="quiet">
        {counts}
        {member.room !== null && member.room !== undefined && ` · ${t("load.room")}: ${member.room}`}
      </div>
    </li>
  );
}
