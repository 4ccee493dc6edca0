import { asObject } from "../content";
import { list, type Json } from "./json-place";

// What a field asks for, read from its JSON, and the JSON that a new one begins with.

/** Kinds that stand by themselves in a form. */
export const plainKinds = ["text", "number", "decimal", "yesno", "choice", "date", "moment", "person", "group", "list", "mail", "address"] as const;
/** What several of can be asked for in one field. */
export const itemKinds = [...plainKinds, "file"] as const;
export const kinds = [...plainKinds, "long", "window", "several", "table", "part", "file"] as const;

export type KnownKind = (typeof kinds)[number];
export type FieldKind = KnownKind | "other";

export interface Choice {
  const: unknown;
  title: string;
  "x-price"?: string;
}

const formats: Record<string, FieldKind> = { attachment: "file", date: "date", "date-time": "moment", uri: "address", email: "mail" };

export function kindOf(schema: Json, ui: Json = {}): FieldKind {
  if (schema["x-pick"] === "person") return "person";
  if (schema["x-pick"] === "group") return "group";
  if (schema["x-list"] !== undefined) return "list";
  if (Array.isArray(schema["oneOf"])) return schema["oneOf"].every((choice) => "const" in asObject(choice)) ? "choice" : "other";
  if (schema["type"] === "boolean") return "yesno";
  if (schema["type"] === "number") return "decimal";
  if (schema["type"] === "integer") return "number";
  if (schema["type"] === "array") return ofArray(asObject(schema["items"]));
  if (schema["type"] === "object") return ofObject(schema);
  if (schema["type"] !== "string") return "other";
  if (typeof schema["format"] === "string") return formats[schema["format"]] ?? "other";
  return ui["ui:widget"] === "textarea" ? "long" : "text";
}

function ofArray(items: Json): FieldKind {
  const kind = kindOf(items);
  if (kind === "part" || kind === "window") return "table";
  return (itemKinds as readonly FieldKind[]).includes(kind) ? "several" : "other";
}

/** An object from `start` to `end` is a window; any other with fields is a part of the form. */
function ofObject({ properties }: Json): FieldKind {
  const fields = Object.entries(asObject(properties));
  const isTime = ([name, field]: [string, unknown]) => ["start", "end"].includes(name) && ["date", "date-time"].includes(String(asObject(field)["format"]));
  if (fields.length === 2 && fields.every(isTime)) return "window";
  return properties === undefined ? "other" : "part";
}

const fresh: Record<KnownKind, Json> = {
  text: { type: "string", minLength: 1, maxLength: 200 },
  long: { type: "string", minLength: 1, maxLength: 2000 },
  number: { type: "integer", minimum: 0 },
  decimal: { type: "number", minimum: 0 },
  yesno: { type: "boolean" },
  choice: { oneOf: [{ const: "first", title: "First" }] },
  date: { type: "string", format: "date" },
  moment: { type: "string", format: "date-time" },
  window: {
    type: "object",
    required: ["start", "end"],
    additionalProperties: false,
    properties: { start: { title: "From", type: "string", format: "date-time" }, end: { title: "To", type: "string", format: "date-time", "x-when": "future" } },
  },
  person: { type: "string", "x-pick": "person" },
  group: { type: "string", "x-pick": "group" },
  list: { type: "string" },
  mail: { type: "string", format: "email", maxLength: 200 },
  address: { type: "string", format: "uri", maxLength: 500 },
  several: { type: "array", items: { title: "Entry", type: "string", minLength: 1, maxLength: 200 }, uniqueItems: true, maxItems: 20 },
  table: {
    type: "array",
    items: { title: "Row", type: "object", required: ["what"], additionalProperties: false, properties: { what: { title: "What", type: "string", minLength: 1, maxLength: 200 } } },
    uniqueItems: false,
    maxItems: 50,
  },
  part: { type: "object", required: [], additionalProperties: false, properties: { what: { title: "What", type: "string", minLength: 1, maxLength: 200 } } },
  file: { type: "string", format: "attachment" },
};

/** What a field of this kind begins with; a list is one of those that the desk publishes. */
export function freshOf(kind: KnownKind, published: string | undefined): Json {
  return kind === "list" ? { ...fresh.list, "x-list": published ?? "" } : fresh[kind];
}

export const choicesOf = (schema: Json): Choice[] => list(schema["oneOf"]) as Choice[];

/** Answers that a condition can name; nothing where there are too many. */
export function answersOf(kind: FieldKind, schema: Json): { value: unknown; title: string | undefined }[] {
  if (kind === "yesno") return [true, false].map((value) => ({ value, title: undefined }));
  return kind === "choice" ? choicesOf(schema).map((choice) => ({ value: choice.const, title: choice.title || String(choice.const) })) : [];
}
