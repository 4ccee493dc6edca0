import { useTranslation } from "react-i18next";
import { Go } from "../../../shell/Go";
import type { Section } from "./sections";

interface Props {
  sections: Section[];
  current: string;
  /** How much was found in each. */
  counts: ReadonlyMap<string, number>;
}

/** The parts of the rules, and all of them as a text. */
export function PolicyNav({ sections, current, counts }: Props) {
  const { t } = useTranslation("policy");
  const link = (name: string, label: string) => {
    const count = counts.get(name) ?? 0;
    return (
      <li key={name}>
        <Go to={`/policy/${name}`} aria-current={name === current ? "page" : undefined}>
          {label}
          {count > 0 && (
            <span className="policy-count">
              {count}
              <span className="unseen"> {t("foundHere", { count })}</span>
            </span>
          )}
        </Go>
      </li>
    );
  };
  return (
    <nav className="policy-nav" aria-label={t("sections")}>
      <ul>
        {sections.map(({ name }) => link(name, t(`section.${name}`)))}
        {link("text", t("section.text"))}
        {link("versions", t("section.versions"))}
      </ul>
    </nav>
  );
}
