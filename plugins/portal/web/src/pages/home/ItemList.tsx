import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { money } from "../../text/money";
import { Go } from "../../shell/Go";
import { pageOf } from "./about";
import { ItemIcon } from "./ItemIcon";

export type Entry = Schemas["CatalogEntry"];

interface Props {
  items: Entry[];
  /** What was searched for; it goes along to the page of the one that is chosen. */
  words?: string;
}

/** Catalog items as cards; each as a whole is a link to its page. */
export function ItemList({ items, words }: Props) {
  const { t, i18n } = useTranslation("home");
  return (
    <ul className="items">
      {items.map((entry) => (
        <li key={entry.item}>
          <Go to={pageOf(entry, words)} className="item">
            <ItemIcon name={entry.icon} />
            <span className="item-text">
              <span className="item-title">
                {entry.title}
                {entry.new && <Tag color="blue">{t("new")}</Tag>}
              </span>
              <span className="quiet">{entry.description}</span>
              {entry.price && Number(entry.price.amount) > 0 && (
                <span className="item-price">{t("from", { price: money(entry.price, i18n.language) })}</span>
              )}
            </span>
          </Go>
        </li>
      ))}
    </ul>
  );
}
