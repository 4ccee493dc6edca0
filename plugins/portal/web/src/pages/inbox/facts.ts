import type { Item, Step, Ticket } from "./inbox-data";
import { argumentsOf } from "./inbox-data";

/** One thing that is shown of a request. */
export interface Fact {
  /** The field of the form, or `title`, `cost`, … with a leading `@`. */
  key: string;
  label: string;
  value: unknown;
  schema: FieldSchema | undefined;
}

export interface FieldSchema {
  title?: string;
  type?: string | string[];
  format?: string;
  oneOf?: { const?: unknown; title?: string; "x-price"?: string }[];
  anyOf?: { const?: unknown; title?: string }[];
  enum?: unknown[];
  "x-pick"?: string;
  "x-list"?: string;
  items?: FieldSchema;
  properties?: Record<string, FieldSchema>;
}

/** The schemas of all fields, also of those that appear on a condition only. */
export function fieldsOf(item: Item | undefined): Record<string, FieldSchema> {
  const found: Record<string, FieldSchema> = {};
  const walk = (part: unknown) => {
    if (Array.isArray(part)) return part.forEach(walk);
    if (typeof part !== "object" || part === null) return;
    const { properties, ...rest } = part as { properties?: Record<string, FieldSchema> } & Record<string, unknown>;
    for (const [key, schema] of Object.entries(properties ?? {})) {
      // A condition names a field again with a bare `const`: the title is in the first.
      if (!found[key]?.title) found[key] = { ...schema, ...found[key] };
    }
    for (const key of ["allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas"]) walk(rest[key]);
    if (rest["dependentSchemas"]) Object.values(rest["dependentSchemas"]).forEach(walk);
  };
  walk((item as { schema?: unknown } | undefined)?.schema);
  return found;
}

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

const entries = (values: unknown) =>
  typeof values === "object" && values !== null && !Array.isArray(values)
    ? Object.entries(values as Record<string, unknown>).filter(([, value]) => !isEmpty(value))
    : [];

/** Words of a field's key where nobody gave it a title: `end_date` is read as "End date". */
export function spoken(key: string): string {
  const words = key.replace(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function fact(key: string, value: unknown, schemas: Record<string, FieldSchema>): Fact {
  return { key, label: schemas[key]?.title ?? spoken(key), value, schema: schemas[key] };
}

/** What the step says is to be decided upon; empty where it names nothing. */
export function shownFacts(step: Step, item: Item | undefined): Fact[] {
  const schemas = fieldsOf(item);
  return entries(argumentsOf(step).show).map(([key, value]) => fact(key, value, schemas));
}

/** Answers in the order of their fields; what the form does not know comes last. */
function inOrder(answers: [string, unknown][], schemas: Record<string, FieldSchema>): Fact[] {
  const order = Object.keys(schemas);
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return answers.sort(([one], [other]) => place(one) - place(other)).map(([key, value]) => fact(key, value, schemas));
}

/** The whole form, in the order of its fields. */
export const formFacts = (ticket: Ticket, item: Item | undefined): Fact[] => inOrder(entries(ticket.form), fieldsOf(item));

/** The parts of an answer that has some. */
export const partFacts = (value: object, schema: FieldSchema | undefined): Fact[] => inOrder(Object.entries(value), schema?.properties ?? {});
