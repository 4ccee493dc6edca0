import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import "./admin.css";
import { sections, sectionsFor, type Section } from "./sections";

interface Props {
  title: string;
  section?: Section;
  actions?: ReactNode;
  children: ReactNode;
}

/** A page of the administration: the way to its other parts stands above it. */
export function Frame({ title, section, actions, children }: Props) {
  const { t } = useTranslation("admin");
  const open = sectionsFor(useMe());
  return (
    <Page title={title} actions={actions}>
      {open.length > 0 && (
        <nav className="admin-nav" aria-label={t("sections")}>
          <ul>
            {open.map(({ path, name }) => (
              <li key={name}>
                <Go to={path} aria-current={name === section ? "page" : undefined}>
                  {t(`section.${name}`)}
                </Go>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </Page>
  );
}

/** Shows a part to whom it is open; others are told so without a call that can only fail. */
export function Guard({ section, children }: { section: Section; children: ReactNode }) {
  const isOpen = sectionsFor(useMe()).some(({ name }) => name === section);
  return isOpen ? children : <Refused section={section} />;
}

export function Refused({ section }: { section?: Section }) {
  const { t } = useTranslation("admin");
  const known = sections.find(({ name }) => name === section);
  return (
    <Frame title={known ? t(`section.${known.name}`) : t("title")}>
      <section className="card admin-refused">
        <p>{t("refused")}</p>
        <p>
          <Go to="/">{t("home")}</Go>
        </p>
      </section>
    </Frame>
  );
}
