import type { Json } from "../builder/json-place";

// What forms say and the text lacks yet stays in this browser, too: the tab may be
// closed, or the network gone, before the desk has written it.

const key = "maitred.policy.unwritten";

interface Unwritten {
  /** The text that it was said on. */
  text: string;
  policy: Json;
}

export function keepUnwritten(unwritten: Unwritten | undefined): void {
  if (!unwritten) return localStorage.removeItem(key);
  try {
    localStorage.setItem(key, JSON.stringify(unwritten));
  } catch {
    // The browser keeps no more; it is there as long as the page is open.
  }
}

/** What was said on just this text. */
export function unwrittenOn(text: string): Json | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null") as Unwritten | null;
    return kept?.text === text ? kept.policy : undefined;
  } catch {
    return undefined;
  }
}
