import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { Ago } from "../../time/Moment";
import { fieldsOf, spoken } from "./facts";
import { Value } from "./FactList";
import type { Item, Ticket } from "./inbox-data";
import type { Difference } from "./last-seen";

interface Props {
  differences: Difference[];
  since: number;
  item: Item | undefined;
  ticket: Ticket;
  onUnderstood: () => void;
}

/** What is another than when the viewer last looked: before and now, field by field. */
export function Differences({ differences, since, item, ticket, onUnderstood }: Props) {
  const { t } = useTranslation("inbox");
  const fields = fieldsOf(item);
  const own: Record<string, string> = {
    "@title": t("fact.title"),
    "@description": t("fact.description"),
    "@text": t("fact.text"),
    "@cost": t("fact.cost"),
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="status"
      className="gap-below"
      title={t("changed.title")}
      description={
        <>
          <p className="quiet">
            {t("changed.since")} <Ago at={new Date(since).toISOString()} />
          </p>
          <ul className="differences">
            {differences.map(({ key, before, now }) => (
              <li key={key}>
                <strong>{own[key] ?? fields[key]?.title ?? spoken(key)}</strong>
                <span className="unseen">{t("changed.before")}</span>
                <del>
                  <Value value={before} schema={fields[key]} ticket={ticket} />
                </del>
                <span className="unseen">{t("changed.now")}</span>
                <ins>
                  <Value value={now} schema={fields[key]} ticket={ticket} />
                </ins>
              </li>
            ))}
          </ul>
          <Button onClick={onUnderstood}>{t("changed.understood")}</Button>
        </>
      }
    />
  );
}
