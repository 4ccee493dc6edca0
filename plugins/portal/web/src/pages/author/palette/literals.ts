// Values as the workflow language writes them.

/** A text in quotes; whatever it holds is read again as it was typed. */
export function quoted(text: string): string {
  const inner = [...text].map((sign) => escapes[sign] ?? (isUnseen(sign) ? coded(sign) : sign)).join("");
  return `"${inner}"`;
}

const escapes: Record<string, string> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** Signs that no editor shows, or that turn the direction of a line: they stand there as numbers. Half of a pair is no sign at all. */
const isUnseen = (sign: string) => /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\uFEFF]/u.test(sign) || /^[\uD800-\uDFFF]$/.test(sign);

const coded = (sign: string) => (/^[\uD800-\uDFFF]$/.test(sign) ? "\uFFFD" : `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

// Rhai's own words, those that it keeps for later among them.
const reserved = new Set(
  (
    "true false let const if else switch do while until loop for in continue break return throw try catch fn private import export as " +
    "global this type_of print debug curry call is_shared is_def_var is_def_fn eval Fn var static goto exit match case public protected " +
    "new use with is module package super spawn thread go sync async await yield default void null nil shared"
  ).split(" "),
);

/** Whether it may stand as a name without quotes. */
export const isPlainName = (name: string) => /^[A-Za-z_]\w*$/.test(name) && /[A-Za-z]/.test(name) && !reserved.has(name);

/** The values that every script has: a variable of such a name would hide one. */
const given = ["form", "request", "item", "ticket", "requester", "requested_for", "owner", "policy"];

/** Whether a result may be kept under it. */
export const isVariable = (name: string) => isPlainName(name) && !given.includes(name);

/** A name within a map. */
export const keyOf = (name: string) => (isPlainName(name) ? name : quoted(name));

/** A field of the form, as a script reads it. */
export const formField = (name: string) => (isPlainName(name) ? `form.${name}` : `form[${quoted(name)}]`);

export const listOf = (texts: string[]) => `[${texts.map(quoted).join(", ")}]`;

/** `name: value` for each; what has no value is left out. */
export type Pairs = [name: string, value: string | undefined][];

const isThere = (pair: Pairs[number]): pair is [string, string] => pair[1] !== undefined;

/** A map, in one line as long as it is short. */
export function mapOf(pairs: Pairs): string {
  const entries = pairs.filter(isThere).map(([name, value]) => `${keyOf(name)}: ${value}`);
  if (entries.length === 0) return "#{}";
  const flat = `#{ ${entries.join(", ")} }`;
  if (flat.length <= 70 && !flat.includes("\n")) return flat;
  return `#{\n${entries.map((entry) => `${indented(entry)},\n`).join("")}}`;
}

/** A call; a map of options that is empty is left out. */
export function callOf(word: string, args: string[], options: Pairs = []): string {
  return `${word}(${[...args, ...(options.some(isThere) ? [mapOf(options)] : [])].join(", ")})`;
}

/** Each line four spaces further in, or by whatever is given. */
export const indented = (text: string, by = "    ") =>
  text.split("\n").map((line) => (line === "" ? line : by + line)).join("\n");
