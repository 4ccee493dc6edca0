import type { Files } from "./content";

// What an author has typed and not published stays in this browser, so that a
// closed tab or a lost network takes nothing away.

const prefix = "maitred.author.";

export interface Draft {
  /** The texts as they are now. */
  files: Files;
  /** Those that they were made from. */
  base: Files;
}

/** Texts by path; null for a file that goes. */
export type Wish = Record<string, string | null>;

export function keptDraft(item: string): Draft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(prefix + item) ?? "null") as Draft | null;
    return kept?.files && kept.base ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function keepDraft(item: string, draft: Draft): void {
  if (same(draft.files, draft.base)) return localStorage.removeItem(prefix + item);
  try {
    localStorage.setItem(prefix + item, JSON.stringify(draft));
  } catch {
    // The browser keeps no more: a long list is then there as long as its page is open.
  }
}

// Pages of one visit share it; a later visit begins with none.
const begun = new Set<string>();

/** Keeps what was just begun: until the page is loaded anew, nobody has to be told that it is there. */
export function beginDraft(item: string, draft: Draft): void {
  begun.add(item);
  keepDraft(item, draft);
}

/** Whether there is something from an earlier visit. */
export const isFromBefore = (item: string): boolean => keptDraft(item) !== undefined && !begun.has(item);

export function dropDraft(item: string): void {
  localStorage.removeItem(prefix + item);
}

// No item's name has a colon.
const ofLists = "list:";
const ofForms = "form:";

/** The name under which the draft of a list is kept. */
export const draftOfList = (name: string) => ofLists + name;

/** The name under which the draft of a step's form is kept. */
export const draftOfForm = (name: string) => ofForms + name;

/** The name under which the draft of the desk's rules is kept. */
export const draftOfPolicy = ":policy";

/** Items with something unpublished. */
export const drafted = (): string[] => kept().filter((name) => !name.includes(":"));

/** Lists with something unpublished. */
export const draftedLists = (): string[] => under(ofLists);

/** Forms of steps with something unpublished. */
export const draftedForms = (): string[] => under(ofForms);

const under = (kind: string) => kept().filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));

function kept(): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix)).map((key) => key.slice(prefix.length)).sort();
}

export function same(a: Files, b: Files): boolean {
  return changed(a, b).length === 0;
}

/** Paths whose text differs. */
export function changed(now: Files, base: Files): string[] {
  return [...new Set([...Object.keys(now), ...Object.keys(base)])].filter((path) => now[path] !== base[path]);
}

/** What a draft would change of what is in force, as the desk takes it; nothing where it is in force already. */
export function wishOf(files: Files, base: Files, inForce: Files): Wish | undefined {
  const paths = changed(files, base).filter((path) => files[path] !== inForce[path]);
  return paths.length === 0 ? undefined : Object.fromEntries(paths.map((path) => [path, files[path] ?? null]));
}

/** Texts in force that a kept draft has never seen join it; what was typed stays. */
export function joinedBy(draft: Draft, inForce: Files): Draft {
  const unseen = Object.fromEntries(Object.entries(inForce).filter(([path]) => !(path in draft.files) && !(path in draft.base)));
  return { files: { ...unseen, ...draft.files }, base: { ...unseen, ...draft.base } };
}
