import type { Source } from "../../form/look-up";

// What was filled in, with the titles of the form and of its choices.

export interface AskedField {
  key: string;
  title: string;
  /** What can be shown as it is, a row of a table on each line; a file stays its id. */
  value: string;
  kind: "text" | "file" | "date" | "moment" | "yes" | "no";
}

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === "object" && !Array.isArray(value);

/** Each field's schema, those that come with an answer, too. Several of one name are all kept. */
function fieldsOf(schema: unknown, found = new Map<string, Schema[]>()): Map<string, Schema[]> {
  if (!isSchema(schema)) return found;
  if (isSchema(schema["properties"]))
    for (const [key, field] of Object.entries(schema["properties"]))
      if (isSchema(field) && (field["title"] !== undefined || field["type"] !== undefined)) found.set(key, [...(found.get(key) ?? []), field]);
  for (const key of ["allOf", "anyOf", "oneOf"]) if (Array.isArray(schema[key])) for (const part of schema[key]) fieldsOf(part, found);
  for (const key of ["then", "else"]) fieldsOf(schema[key], found);
  return found;
}

function choiceTitle(schemas: Schema[], value: unknown): string | undefined {
  for (const schema of schemas) {
    const choices = schema["oneOf"];
    if (!Array.isArray(choices)) continue;
    const choice = (choices as Schema[]).find((one) => one["const"] === value);
    if (typeof choice?.["title"] === "string") return choice["title"];
  }
  return undefined;
}

/** How the viewer reads what is within an answer; see `useSaid`. */
export interface Said {
  yes: string;
  no: string;
  day: (day: string) => string;
  moment: (at: string) => string;
  /** Who or what a field looks up goes by a key; people read a name. */
  named: (source: Source, key: string) => string;
}

const asWritten: Said = { yes: "yes", no: "no", day: (day) => day, moment: (at) => at, named: (_, key) => key };

/** In the order of the form; what it does not know comes last. */
function inOrder(answers: Record<string, unknown>, known: Map<string, Schema[]>): [string, unknown][] {
  const order = [...known.keys()];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(answers)
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .sort(([one], [other]) => rank(one) - rank(other));
}

function textOf(schemas: Schema[], value: unknown, said: Said): string {
  const title = choiceTitle(schemas, value);
  if (title !== undefined) return title;
  if (Array.isArray(value)) {
    const items = schemas.map((schema) => schema["items"]).filter(isSchema);
    // A row of a table is a line of its own.
    return value.map((one) => textOf(items, one, said)).join(value.some(isSchema) ? "\n" : ", ");
  }
  if (isSchema(value)) {
    const below = new Map<string, Schema[]>();
    for (const schema of schemas) fieldsOf(schema, below);
    return inOrder(value, below)
      .map(([key, one]) => `${titleOf(key, below.get(key) ?? [])}: ${textOf(below.get(key) ?? [], one, said)}`)
      .join(", ");
  }
  if (typeof value === "boolean") return value ? said.yes : said.no;
  const source = sourceOf(schemas);
  const text = String(value);
  if (source) return said.named(source, text);
  const format = formatOf(schemas);
  return format === "date" ? said.day(text) : format === "date-time" ? said.moment(text) : text;
}

const formatOf = (schemas: Schema[]) => schemas.find((schema) => schema["format"] !== undefined)?.["format"];

/** Where a field looks up what can be chosen; a group's key is its name. */
function sourceOf(schemas: Schema[]): Source | undefined {
  const list = schemas.find((schema) => typeof schema["x-list"] === "string");
  if (list) return { kind: "list", name: String(list["x-list"]) };
  return schemas.some((schema) => schema["x-pick"] === "person") ? { kind: "people" } : undefined;
}

/** All that has a name to be looked up, each once. */
export function toLookUp(form: Record<string, unknown>, schema: unknown): { source: Source; key: string }[] {
  const found = new Map<string, { source: Source; key: string }>();
  const named = (source: Source, key: string) => {
    found.set(JSON.stringify([source, key]), { source, key });
    return key;
  };
  askedFields(form, schema, { ...asWritten, named });
  return [...found.values()];
}

const titleOf = (key: string, schemas: Schema[]) => {
  const titled = schemas.find((schema) => typeof schema["title"] === "string");
  return titled ? (titled["title"] as string) : key.replaceAll("_", " ");
};

const kinds: Record<string, AskedField["kind"]> = { attachment: "file", date: "date", "date-time": "moment" };

/** In the order of the form; what it does not know comes last. */
export function askedFields(form: Record<string, unknown>, schema: unknown, said: Said = asWritten): AskedField[] {
  const known = fieldsOf(schema);
  return inOrder(form, known).flatMap(([key, value]): AskedField[] => {
    const schemas = known.get(key) ?? [];
    const title = titleOf(key, schemas);
    if (typeof value === "boolean") return [{ key, title, value: "", kind: value ? "yes" : "no" }];
    const items = schemas.map((one) => one["items"]).filter(isSchema);
    const kind = kinds[String(formatOf([...schemas, ...items]))] ?? "text";
    if (kind !== "text") return (Array.isArray(value) ? value : [value]).map((one, n) => ({ key: `${key}/${n}`, title, value: String(one), kind }));
    return [{ key, title, value: textOf(schemas, value, said), kind }];
  });
}
