import { useTranslation } from "react-i18next";
import { money } from "../../text/money";
import { useTime } from "../../time/time";
import { partFacts, type Fact, type FieldSchema } from "./facts";
import type { Ticket } from "./inbox-data";
import { Named, sourceOf } from "./Named";

export function useMoney(): (money: { amount: string; currency: string }) => string {
  const { i18n } = useTranslation();
  return (worth) => money(worth, i18n.language);
}

/** Names and values, one below the other on a phone, side by side where there is room. */
export function FactList({ facts, ticket }: { facts: Fact[]; ticket: Ticket | undefined }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.key}>
          <dt>{fact.label}</dt>
          <dd>
            <Value value={fact.value} schema={fact.schema} ticket={ticket} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const isMoney = (value: object): value is { amount: string; currency: string } =>
  "amount" in value && "currency" in value && Object.keys(value).length === 2;

const day = /^\d{4}-\d{2}-\d{2}$/;
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value as its field's schema means it. */
export function Value({ value, schema, ticket }: { value: unknown; schema: FieldSchema | undefined; ticket: Ticket | undefined }) {
  const { t } = useTranslation("inbox");
  const money = useMoney();
  const time = useTime();
  if (value === undefined || value === null || value === "") return <span className="quiet">{t("nothing")}</span>;
  const choice = [...(schema?.oneOf ?? []), ...(schema?.anyOf ?? [])].find((one) => one.const !== undefined && one.const === value);
  if (choice?.title) {
    const price = "x-price" in choice ? choice["x-price"] : undefined;
    const currency = ticket?.cost?.currency;
    return price && currency ? `${choice.title} (${money({ amount: String(price), currency })})` : choice.title;
  }
  if (typeof value === "boolean") return value ? t("yes") : t("no");
  if (Array.isArray(value)) return <Many values={value} schema={schema?.items} ticket={ticket} />;
  if (typeof value === "object") {
    if (isMoney(value)) return money(value);
    return <FactList facts={partFacts(value, schema)} ticket={ticket} />;
  }
  const text = String(value);
  const source = sourceOf(schema);
  if (source) return <Named source={source} of={text} />;
  const file = ticket?.around?.attachments.find((attached) => attached.id === text);
  if (file) return <a href={`/api/v1/attachments/${file.id}/content`}>{file.name}</a>;
  if (day.test(text)) return time.day(`${text}T12:00:00Z`);
  if (instant.test(text) && !Number.isNaN(Date.parse(text))) return time.moment(text);
  if (/^https?:\/\/\S+$/.test(text)) {
    return (
      <a href={text} rel="noreferrer noopener" target="_blank">
        {text}
      </a>
    );
  }
  return <span className="as-typed">{text}</span>;
}

function Many({ values, schema, ticket }: { values: unknown[]; schema: FieldSchema | undefined; ticket: Ticket | undefined }) {
  return (
    <ul className="values">
      {values.map((value, at) => (
        <li key={at}>
          <Value value={value} schema={schema} ticket={ticket} />
        </li>
      ))}
    </ul>
  );
}
