import type { RJSFSchema } from "@rjsf/utils";

/**
 * The schema as the form library needs it: a choice of constants says its type,
 * which the catalog leaves out since the constants tell it. Rows of a table that
 * fit on a line are marked as such.
 */
export function prepared(schema: RJSFSchema): RJSFSchema {
  return walk(schema) as RJSFSchema;
}

function walk(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(walk);
  if (part === null || typeof part !== "object") return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === "const" || key === "default" || key === "enum" ? value : walk(value)]));
  if (isLine(copy["items"])) copy["items"] = onLine(copy["items"]);
  const type = copy["type"] === undefined ? typeOf(copy["oneOf"]) : undefined;
  return type === undefined ? copy : { ...copy, type };
}

function typeOf(choices: unknown): string | undefined {
  if (!Array.isArray(choices) || choices.length === 0) return undefined;
  const types = new Set(choices.map((choice: unknown) => (choice !== null && typeof choice === "object" && "const" in choice ? typeof choice.const : "none")));
  const [type] = types;
  return types.size === 1 && (type === "string" || type === "number" || type === "boolean") ? type : undefined;
}

type Parts = Record<string, unknown>;
const isParts = (value: unknown): value is Parts => value !== null && typeof value === "object" && !Array.isArray(value);

const atMost = 4;

/** Whether a row has few and short fields, and always the same ones. */
function isLine(items: unknown): items is Parts {
  if (!isParts(items) || !isParts(items["properties"]) || ["allOf", "anyOf", "oneOf", "if"].some((key) => key in items)) return false;
  const fields = Object.values(items["properties"]);
  return fields.length > 1 && fields.length <= atMost && fields.every(isShort);
}

function isShort(field: unknown): boolean {
  if (!isParts(field)) return false;
  const { type, format, maxLength, description } = field;
  return type !== "object" && type !== "array" && format !== "attachment" && description === undefined && !(typeof maxLength === "number" && maxLength > 500);
}

const onLine = (items: Parts): Parts => ({
  ...items,
  "x-line": true,
  properties: Object.fromEntries(Object.entries(items["properties"] as Parts).map(([name, field]) => [name, { ...(field as Parts), "x-line": true }])),
});
