import { useTranslation } from "react-i18next";
import { roles } from "../../session/roles";
import { hasRole, useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import { Drafts } from "./Drafts";
import { Looks } from "./Looks";
import "./me.css";
import { Password } from "./Password";
import { Tokens } from "./Tokens";

// A role of the policy has the name that the policy gives it.
const known: readonly string[] = roles;

/** What the desk knows of the viewer, and what is theirs to change. */
export default function MePage() {
  const { t } = useTranslation("me");
  const me = useMe();
  const facts: [string, string | null | undefined][] = [
    [t("fact.username"), me.username],
    [t("fact.email"), me.email],
    [t("fact.department"), me.department],
    [t("fact.location"), me.location],
    [t("fact.manager"), me.manager],
    [t("fact.groups"), me.groups.join(", ")],
    [t("fact.roles"), [...me.roles, ...me.policy_roles].map((role) => (known.includes(role) ? t(`words:role.${role}`) : role)).join(", ")],
    [t("fact.zone"), me.zone],
  ];
  return (
    <Page title={me.name}>
      <div className="me">
        <section className="card" aria-label={t("known")}>
          <h2>{t("known")}</h2>
          <dl className="me-facts">
            {facts.filter(([, value]) => value).map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          <p className="quiet">{hasRole(me, "admin") ? t("changeAdmin") : t("change")}</p>
          <p>
            <Go to="/absences">{t("absences")}</Go>
          </p>
        </section>
        <Looks />
        <Drafts />
        <Tokens />
        <Password />
      </div>
    </Page>
  );
}
