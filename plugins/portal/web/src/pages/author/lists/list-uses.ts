import { asObject, parsed } from "../content";

/** Lists that a file names: a form's fields by `x-list`, a script by its words. */
export function listsNamedIn(path: string, text: string): string[] {
  if (path.endsWith(".json")) return [...new Set(inForm(parsed(text)))];
  const words = [...text.matchAll(/\blookup\(\s*"([^"]+)"/g)].map((hit) => hit[1] as string);
  // Who deals with a supplier is looked up in the list of them.
  return [...new Set(/\bsupplier\(/.test(text) ? [...words, "suppliers"] : words)];
}

function inForm(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(inForm);
  const fields = asObject(part);
  const named = fields["x-list"];
  return [...(typeof named === "string" ? [named] : []), ...Object.values(fields).flatMap(inForm)];
}

/** Whether a file may name lists: forms, shared definitions and scripts, no texts and no scenarios. */
export function mayName(path: string): boolean {
  if (path.startsWith("schemas/texts/") || path.startsWith("workflows/tests/")) return false;
  return (path.startsWith("schemas/") && path.endsWith(".json")) || (path.startsWith("workflows/") && path.endsWith(".rhai"));
}

export interface Use {
  /** The item whose page tells more; nothing where the file is of no item alone. */
  item: string | undefined;
  /** How it is called: the item's title, or the file. */
  name: string;
}

interface KnownItem {
  item: string;
  title: string;
  workflow: string | undefined;
}

/** Who uses what, each item once, whether its form or its script does. */
export function usesOf(list: string, named: Map<string, string[]>, items: KnownItem[]): Use[] {
  const paths = [...named].filter(([, lists]) => lists.includes(list)).map(([path]) => path);
  const uses = paths.flatMap((path): Use[] => {
    const form = /^schemas\/([^/]+)\.json$/.exec(path)?.[1];
    const workflow = /^workflows\/([^/]+)\.rhai$/.exec(path)?.[1];
    const own = items.filter((item) => item.item === form || (workflow !== undefined && item.workflow === workflow));
    if (own.length > 0) return own.map(({ item, title }) => ({ item, name: title }));
    return [{ item: form, name: form ?? path }];
  });
  const once = new Map(uses.map((use) => [use.item ?? use.name, use]));
  return [...once.values()].sort((a, b) => Number(a.item === undefined) - Number(b.item === undefined) || a.name.localeCompare(b.name));
}
