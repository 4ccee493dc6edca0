import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";

/** What is drafted under a name that is not in force yet, each with its way to the editor. */
export function Unpublished({ names, at }: { names: string[]; at: (name: string) => string }) {
  const { t } = useTranslation("author");
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="unpublished">
      <h2 id="unpublished">{t("unpublished")}</h2>
      <ul className="author-items">
        {names.map((name) => (
          <li key={name} className="card">
            <Go to={at(name)}>{name}</Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
