import { api, got, newKey } from "../../api/client";
import { Problem } from "../../api/problem";
import type { FormValue } from "../../form/RequestForm";
import { leaveOut } from "../drafts/begun";

/** What somebody has begun to ask for. */
export interface Draft {
  form: FormValue;
  requested_for?: string;
  location?: string;
  description?: string;
  /** The closed ticket that it follows. */
  follows?: string;
  /** The `Idempotency-Key` of the request that this becomes, from the first keystroke on. */
  key: string;
}

export interface Begun {
  draft: Draft;
  at: string;
  /** Whether the desk keeps one, too. */
  isThere: boolean;
}

export const emptyDraft = (): Draft => ({ form: {}, key: newKey() });

const name = (item: string) => `ask/${item}`;

/** In this tab, too: a draft is kept at once, though the desk may be out of reach. */
const place = (username: string, item: string) => `maitred.draft.${username}.${item}`;

export function keepHere(username: string, item: string, begun: Omit<Begun, "isThere">): void {
  try {
    sessionStorage.setItem(place(username, item), JSON.stringify(begun));
  } catch {
    // No room: the desk keeps it a second later.
  }
}

function keptHere(username: string, item: string): Omit<Begun, "isThere"> | undefined {
  try {
    const text = sessionStorage.getItem(place(username, item));
    return text ? (JSON.parse(text) as { draft: Draft; at: string }) : undefined;
  } catch {
    return undefined;
  }
}

export async function keepThere(item: string, draft: Draft): Promise<void> {
  await api.PUT("/api/v1/drafts/{key}", { params: { path: { key: name(item) } }, body: { data: draft as never } });
}

/** The list first: to ask for a draft that is not there would be an error. */
async function keptThere(item: string): Promise<Begun | undefined> {
  const { items } = await got(api.GET("/api/v1/drafts", { params: { query: { limit: 200 } } }));
  if (!items.some((draft) => draft.key === name(item))) return undefined;
  try {
    const kept = await got(api.GET("/api/v1/drafts/{key}", { params: { path: { key: name(item) } } }));
    return isDraft(kept.data) ? { draft: kept.data, at: kept.updated_at, isThere: true } : undefined;
  } catch (problem) {
    // Another device has just sent it.
    if (problem instanceof Problem && problem.status === 404) return undefined;
    throw problem;
  }
}

function isDraft(data: unknown): data is Draft {
  if (data === null || typeof data !== "object") return false;
  const { form, key } = data as Partial<Draft>;
  return form !== null && typeof form === "object" && typeof key === "string" && key !== "";
}

/** The later of what this tab and what the desk has; without the desk what this tab has. */
export async function begun(username: string, item: string): Promise<Begun | undefined> {
  const here = keptHere(username, item);
  try {
    const there = await keptThere(item);
    return here && (!there || here.at > there.at) ? { ...here, isThere: there !== undefined } : there;
  } catch (problem) {
    if (here) return { ...here, isThere: true };
    if (problem instanceof Problem && problem.status === 0) return undefined;
    throw problem;
  }
}

export function forgetHere(username: string, item: string): void {
  sessionStorage.removeItem(place(username, item));
}

export async function forget(username: string, item: string, isThere: boolean): Promise<void> {
  forgetHere(username, item);
  leaveOut(name(item));
  // What was sent off sooner than it was kept is nothing to take away.
  if (!isThere) return;
  await api.DELETE("/api/v1/drafts/{key}", { params: { path: { key: name(item) } } });
}
