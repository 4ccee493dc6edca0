import { asObject, parsed, type Files } from "./content";
import type { Wish } from "./drafts";

// Translations lie in one file a language, for all items together: the text in
// English is the key. An author sees those that the item at hand shows.

export const textsFolder = "schemas/texts/";

/** Whether a file is written by authors of other items, too. */
export const isShared = (path: string) => path.startsWith(textsFolder);

/** What a draft changes of the item itself: translations change no way. */
export function withoutShared(wish: Wish | undefined): Wish | undefined {
  const own = Object.entries(wish ?? {}).filter(([path]) => !isShared(path));
  return own.length === 0 ? undefined : Object.fromEntries(own);
}

export const languageOf = (path: string) => path.slice(textsFolder.length).replace(/\.json$/, "");

/** What people read of a form: titles, descriptions, choices, hints; each once. */
export function textsOfForm(schema: unknown): string[] {
  const found = new Set<string>();
  const add = (text: unknown) => {
    if (typeof text === "string" && /\p{L}/u.test(text)) found.add(text);
  };
  const inForm = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(inForm);
    const fields = asObject(part);
    add(fields["title"]);
    add(fields["description"]);
    for (const [name, below] of Object.entries(fields)) if (!silent.has(name)) inForm(below);
  };
  const drawn = (part: unknown) => {
    if (Array.isArray(part)) part.forEach(drawn);
    for (const [name, below] of Object.entries(asObject(part))) {
      if (hints.has(name)) [below].flat().forEach(add);
      else drawn(below);
    }
  };
  const whole = asObject(schema);
  inForm(whole);
  add(asObject(whole["x-catalog"])["category"]);
  drawn(whole["x-ui"]);
  return [...found];
}

/** What is in a form but is not read as a text. */
const silent = new Set(["x-catalog", "x-ui", "const", "default", "enum", "examples", "required"]);
const hints = new Set(["ui:title", "ui:description", "ui:help", "ui:placeholder", "ui:enumNames", "ui:submitText"]);

export type Texts = Record<string, string>;

export function textsIn(file: string | undefined): Texts {
  const texts = Object.entries(asObject(parsed(file)));
  return Object.fromEntries(texts.filter((entry): entry is [string, string] => typeof entry[1] === "string"));
}

/**
 * A file of translations with one of them said otherwise; an empty one is taken
 * away. What the file `like` has stays in its order: emptied and typed anew, a
 * text is where it was.
 */
export function withText(file: string, key: string, text: string, like: string = file): string {
  const texts = { ...textsIn(file), [key]: text };
  const keys = [...new Set([...Object.keys(textsIn(like)), ...Object.keys(texts)])].filter((name) => texts[name] !== undefined && texts[name] !== "");
  return `${JSON.stringify(Object.fromEntries(keys.map((name) => [name, texts[name]])), null, 2)}\n`;
}

/** What was changed here, done to what is in force now: others write in the same file. */
export function merged(mine: string, base: string, theirs: string): string {
  const [now, before] = [textsIn(mine), textsIn(base)];
  const keys = [...new Set([...Object.keys(now), ...Object.keys(before)])].filter((key) => now[key] !== before[key]);
  return keys.reduce((file, key) => withText(file, key, now[key] ?? ""), theirs);
}

/** The draft's texts, with those that many items share taken over into what is in force. */
export function mergedShared(files: Files, base: Files, theirs: Files): Files {
  const shared = Object.keys(files).filter((path) => isShared(path) && theirs[path] !== undefined);
  return { ...files, ...Object.fromEntries(shared.map((path) => [path, merged(files[path] ?? "", base[path] ?? "", theirs[path] ?? "")])) };
}
