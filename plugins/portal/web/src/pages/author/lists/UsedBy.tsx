import { useTranslation } from "react-i18next";
import { Go } from "../../../shell/Go";
import { useUses } from "./lists";

/** Who uses a list: items by their titles, other files by their paths. */
export function UsedBy({ list }: { list: string }) {
  const { t } = useTranslation("lists");
  const uses = useUses()?.(list);
  if (!uses) return <p className="quiet list-uses">{t("usesComing")}</p>;
  if (uses.length === 0) return <p className="quiet list-uses">{t("unused")}</p>;
  return (
    <div className="list-uses">
      <span className="quiet">{t("usedBy")}</span>
      <ul>
        {uses.map(({ item, name }) => (
          <li key={item ?? name}>{item ? <Go to={`/author/${item}`}>{name}</Go> : <code>{name}</code>}</li>
        ))}
      </ul>
    </div>
  );
}
