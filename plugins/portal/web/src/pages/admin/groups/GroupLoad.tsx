import { useQuery } from "@tanstack/react-query";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../../api/client";
import { Moment } from "../../../time/Moment";
import { Facts } from "../Facts";
import { LoadCard, OpenTickets } from "../LoadCard";
import { byPriority } from "../load";

/** How much work lies with a group and with each of its members. */
export function GroupLoad({ name }: { name: string }) {
  const { t } = useTranslation("admin");
  const load = useQuery({
    queryKey: ["groups", "load", name],
    queryFn: () => got(api.GET("/api/v1/groups/{name}/load", { params: { path: { name } } })),
    staleTime: 0,
  });
  return (
    <LoadCard load={load}>
      {(found) => (
        <>
          <Facts
            facts={[
              [t("load.queue"), <OpenTickets key="tickets" of="group" value={name} load={found} />],
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
    </LoadCard>
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
