// What was filled in, with the titles of the form and of its choices.

export interface AskedField {
  key: string;
  title: string;
  /** What can be shown as it is; a file stays its id. */
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

function textOf(schemas: Schema[], value: unknown): string {
  const title = choiceTitle(schemas, value);
  if (title !== undefined) return title;
  if (Array.isArray(value)) {
    const items = schemas.map((schema) => schema["items"]).filter(isSchema);
    return value.map((one) => textOf(items, one)).join(", ");
  }
  if (isSchema(value)) {
    const below = new Map(schemas.flatMap((schema) => [...fieldsOf(schema)]));
    return Object.entries(value)
      .map(([key, one]) => `${titleOf(key, below.get(key) ?? [])}: ${textOf(below.get(key) ?? [], one)}`)
      .join(", ");
  }
  return String(value);
}

const titleOf = (key: string, schemas: Schema[]) => {
  const titled = schemas.find((schema) => typeof schema["title"] === "string");
  return titled ? (titled["title"] as string) : key.replaceAll("_", " ");
};

const kinds: Record<string, AskedField["kind"]> = { attachment: "file", date: "date", "date-time": "moment" };

/** In the order of the form; what it does not know comes last. */
export function askedFields(form: Record<string, unknown>, schema: unknown): AskedField[] {
  const known = fieldsOf(schema);
  const order = [...known.keys()];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(form)
    .filter(([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0))
    .sort(([one], [other]) => rank(one) - rank(other))
    .flatMap(([key, value]): AskedField[] => {
      const schemas = known.get(key) ?? [];
      const title = titleOf(key, schemas);
      if (typeof value === "boolean") return [{ key, title, value: "", kind: value ? "yes" : "no" }];
      const items = schemas.map((one) => one["items"]).filter(isSchema);
      const kind = kinds[String([...schemas, ...items].find((one) => one["format"] !== undefined)?.["format"])] ?? "text";
      if (kind !== "text") return (Array.isArray(value) ? value : [value]).map((one, n) => ({ key: `${key}/${n}`, title, value: String(one), kind }));
      return [{ key, title, value: textOf(schemas, value), kind }];
    });
}
