import { asObject, parsed } from "../content";
import type { Naming } from "../uses";

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

export const namingLists: Naming = { what: "lists", folders: ["schemas/", "workflows/"], mayName, namedIn: listsNamedIn };
