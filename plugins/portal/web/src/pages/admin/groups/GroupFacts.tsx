import { useTranslation } from "react-i18next";
import { Facts } from "../Facts";
import type { Group } from "./groups";
import { MemberFacts } from "./MembersField";

/** The record for those who see it and do not change it. */
export function GroupFacts({ group }: { group: Group }) {
  const { t } = useTranslation("admin");
  const first = Object.entries(group.priorities).filter(([, people]) => people.length > 0);
  return (
    <section className="card" aria-label={t("group.record")}>
      <h2>{t("group.record")}</h2>
      <Facts
        facts={[
          [t("field.line"), t(`line.${group.line}`)],
          [t("field.lead"), group.lead?.name],
          [t("field.calendar"), group.calendar],
          [t("field.desk"), group.desk],
          [t("field.capacity"), group.capacity],
          [t("field.priorities"), first.map(([priority, people]) => `${priority}: ${people.join(", ")}`).join("; ")],
        ]}
      />
      <h2>{t("field.members")}</h2>
      {group.members.length === 0 && <p className="quiet">{t("group.nobody")}</p>}
      <ul className="admin-plain">
        {group.members.map((member) => (
          <li key={member.username}>
            {member.name} <MemberFacts member={member} />
          </li>
        ))}
      </ul>
    </section>
  );
}
