import type { RJSFSchema } from "@rjsf/utils";

/**
 * The schema as the form library needs it: a choice of constants says its type,
 * which the catalog leaves out since the constants tell it.
 */
export function prepared(schema: RJSFSchema): RJSFSchema {
  return walk(schema) as RJSFSchema;
}

function walk(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(walk);
  if (part === null || typeof part !== "object") return part;
  const copy = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, key === "const" || key === "default" || key === "enum" ? value : walk(value)]));
  const type = copy["type"] === undefined ? typeOf(copy["oneOf"]) : undefined;
  return type === undefined ? copy : { ...copy, type };
}

function typeOf(choices: unknown): string | undefined {
  if (!Array.isArray(choices) || choices.length === 0) return undefined;
  const types = new Set(choices.map((choice: unknown) => (choice !== null && typeof choice === "object" && "const" in choice ? typeof choice.const : "none")));
  const [type] = types;
  return types.size === 1 && (type === "string" || type === "number" || type === "boolean") ? type : undefined;
}
