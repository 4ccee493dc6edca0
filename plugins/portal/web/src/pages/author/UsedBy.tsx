import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import type { Use } from "./uses";

interface Props {
  /** Nothing while they are being found out. */
  uses: Use[] | undefined;
  /** What it means that there are none. */
  none: string;
}

/** Who uses something: items by their titles, other files by their paths. */
export function UsedBy({ uses, none }: Props) {
  const { t } = useTranslation("author");
  if (!uses) return <p className="quiet uses">{t("uses.coming")}</p>;
  if (uses.length === 0) return <p className="quiet uses">{none}</p>;
  return (
    <div className="uses">
      <span className="quiet">{t("uses.by")}</span>
      <ul>
        {uses.map(({ to, name }) => (
          <li key={to ?? name}>{to ? <Go to={to}>{name}</Go> : <code>{name}</code>}</li>
        ))}
      </ul>
    </div>
  );
}
