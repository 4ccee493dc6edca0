import { useTranslation } from "react-i18next";
import { Facts } from "../Facts";
import type { Person } from "./people";

/** The record for those who see it and do not change it. */
export function PersonFacts({ person }: { person: Person }) {
  const { t } = useTranslation("admin");
  const words = (list: string[]) => list.join(", ");
  return (
    <section className="card" aria-label={t("person.record")}>
      <h2>{t("person.record")}</h2>
      <Facts
        facts={[
          [t("field.username"), person.username],
          [t("field.email"), person.email],
          [t("field.phone"), person.phone],
          [t("field.department"), person.department],
          [t("field.location"), person.location],
          [t("field.language"), person.language],
          [t("field.zone"), person.zone],
          [t("field.manager"), person.manager],
          [t("field.substitute"), person.substitute],
          [t("field.roles"), words(person.roles.map((role) => t(`words:role.${role}`)))],
          [t("field.categories"), words(person.categories)],
          [t("field.groups"), words(person.groups)],
          [t("field.skills"), words(person.skills)],
          [t("field.profile"), t(`profile.${person.profile}`)],
          [t("field.calendar"), person.calendar],
          [t("field.active"), person.active ? t("yes") : t("no")],
        ]}
      />
    </section>
  );
}
