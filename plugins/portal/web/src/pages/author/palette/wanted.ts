import { asObject } from "../content";
import { fieldsOf } from "../builder/fields";
import { formField, quoted, type Pairs } from "./literals";

// What a form or a plugin's function wants, and the values that are given to it.

export type WantedType = "text" | "number" | "boolean" | "choice" | "other";

export interface Wanted {
  name: string;
  title: string;
  type: WantedType;
  required: boolean;
  choices: { value: string; label: string }[];
  /** What stands there where the form of this item has no such field. */
  preset: Given;
}

/** Typed by the author, or a value that the script knows. */
export type Given = { is: "typed"; text: string } | { is: "code"; code: string };

export type Values = Record<string, Given>;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The fields at the top of a schema, the compulsory ones first. */
export function wantedOf(schema: unknown): Wanted[] {
  const required = list(asObject(schema)["required"]);
  const all = Object.entries(asObject(asObject(schema)["properties"])).map(([name, raw]): Wanted => {
    const field = asObject(raw);
    const choices = choicesOf(field);
    const title = typeof field["title"] === "string" ? field["title"] : name;
    const type = choices.length > 0 ? "choice" : typeOf(field);
    return { name, title, type, required: required.includes(name), choices, preset: presetOf(field, type, choices) };
  });
  return [...all.filter((one) => one.required), ...all.filter((one) => !one.required)];
}

function typeOf({ type, $ref }: Record<string, unknown>): WantedType {
  if (type === "integer" || type === "number") return "number";
  if (type === "boolean") return "boolean";
  return type === "array" || type === "object" || $ref !== undefined ? "other" : "text";
}

/** Constants as the script writes them, so that a number stays one. */
function choicesOf(field: Record<string, unknown>): Wanted["choices"] {
  const constants = list(field["oneOf"]).flatMap((one) => ("const" in asObject(one) ? [{ value: asObject(one)["const"], title: asObject(one)["title"] }] : []));
  const all = constants.length > 0 ? constants : list(field["enum"]).map((value) => ({ value, title: undefined }));
  return all.filter(({ value }) => value !== null && typeof value !== "object").map(({ value, title }) => ({
    value: typeof value === "string" ? quoted(value) : String(value),
    label: typeof title === "string" ? title : String(value),
  }));
}

/** The values that a script knows without asking anybody: the item's own form first. */
export function knownValues(schema: unknown): { code: string; about: string }[] {
  const form = fieldsOf(asObject(schema)).map(({ name, title }) => ({ code: formField(name), about: title }));
  const others = ["request.title", "ticket.number", "requested_for.name", "requested_for.username", "requester.name", "requester.username"];
  return [...form, ...others.map((code) => ({ code, about: "" }))];
}

/** What passes the check until the author says something better. */
function presetOf(field: Record<string, unknown>, type: WantedType, choices: Wanted["choices"]): Given {
  if (field["x-pick"] === "person") return { is: "code", code: "requested_for.username" };
  if (field["format"] === "date" || field["format"] === "date-time") return { is: "code", code: "now()" };
  if (type === "choice") return { is: "typed", text: choices[0]?.value ?? "" };
  if (type === "boolean") return { is: "typed", text: "false" };
  if (type === "number") return { is: "typed", text: String(field["minimum"] ?? 1) };
  if (type === "other") return { is: "code", code: field["type"] === "object" ? "#{}" : "[]" };
  return { is: "code", code: "request.title" };
}

/** The value to begin with: a field of the same name is taken over, and what nobody must say stays unsaid. */
export function firstValues(wanted: Wanted[], schema: unknown): Values {
  const own = new Set(fieldsOf(asObject(schema)).map(({ name }) => name));
  return Object.fromEntries(
    wanted.flatMap(({ name, required, preset }): [string, Given][] =>
      own.has(name) ? [[name, { is: "code", code: formField(name) }]] : required ? [[name, preset]] : [],
    ),
  );
}

/** A value as the script writes it; nothing where none is given. */
export function valueText(given: Given | undefined, type: WantedType): string | undefined {
  if (!given) return undefined;
  if (given.is === "code") return given.code || undefined;
  if (given.text === "") return undefined;
  if (type === "choice") return given.text;
  if (type === "boolean") return given.text === "true" ? "true" : "false";
  if (type === "number" && isNumber(given.text)) return given.text;
  return quoted(given.text);
}

/** Whether a request of this form has a price: without one a script that names it would stop there. */
export function hasPrice(schema: unknown): boolean {
  if (asObject(asObject(schema)["x-catalog"])["price"] !== undefined) return true;
  const isPriced = (part: unknown): boolean => part !== null && typeof part === "object" && ("x-price" in part || Object.values(part).some(isPriced));
  return isPriced(schema);
}

/** Whether something compulsory has no value. */
export const isMissing = (values: Values) => ({ name, type, required }: Wanted) => required && valueText(values[name], type) === undefined;

export const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

export const pairsOf = (wanted: Wanted[], values: Values): Pairs => wanted.map(({ name, type }) => [name, valueText(values[name], type)]);

/** The names in braces of a message: each is told with a value of its own. */
export function placeholdersOf(message: string): Wanted[] {
  const names = [...new Set([...message.matchAll(/\{([A-Za-z_]\w*)\}/g)].map((hit) => hit[1] ?? ""))];
  return names.map((name) => ({ name, title: `{${name}}`, type: "text", required: true, choices: [], preset: { is: "code", code: "request.title" } }));
}
