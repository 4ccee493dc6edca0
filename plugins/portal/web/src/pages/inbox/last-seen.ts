// What the viewer was shown of a step the last time, kept in this browser, so
// that a request which comes back says what is new in it.

import type { Step, Ticket } from "./inbox-data";
import { argumentsOf } from "./inbox-data";

export interface Seen {
  hash: string | null;
  at: number;
  values: Record<string, unknown>;
}

export interface Difference {
  key: string;
  before: unknown;
  now: unknown;
}

const most = 200;
const longest = 60 * 24 * 3600_000;
const prefix = "maitred.seen.";

/** A request that was sent again opens new steps: they are the same by ticket, kind and name. */
export function placeOf(step: Step): string {
  return [step.ticket.replace(/\D/g, ""), step.kind, step.name, step.about ?? ""].join("/");
}

/** All that is shown and may change. */
export function valuesOf(step: Step, ticket: Ticket): Record<string, unknown> {
  const { amount, show } = argumentsOf(step);
  const form = (ticket.form ?? {}) as Record<string, unknown>;
  const shown = typeof show === "object" && show !== null && !Array.isArray(show) ? (show as Record<string, unknown>) : {};
  const cost = amount ?? (ticket.cost?.estimated ? { amount: ticket.cost.estimated, currency: ticket.cost.currency } : null);
  return { ...form, ...shown, "@title": ticket.title, "@description": ticket.description, "@text": step.text ?? "", "@cost": cost };
}

export function differences(before: Record<string, unknown>, now: Record<string, unknown>): Difference[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
  return keys.filter((key) => !same(before[key], now[key])).map((key) => ({ key, before: before[key], now: now[key] }));
}

type Kept = Record<string, Seen>;

function read(username: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(prefix + username) ?? "{}") as Kept;
  } catch {
    return {};
  }
}

export function lastSeen(username: string, step: Step): Seen | undefined {
  return read(username)[placeOf(step)];
}

export function keepSeen(username: string, step: Step, ticket: Ticket): void {
  const now = Date.now();
  const kept = { ...read(username), [placeOf(step)]: { hash: step.seen ?? null, at: now, values: valuesOf(step, ticket) } };
  const fresh = Object.entries(kept)
    .filter(([, seen]) => now - seen.at < longest)
    .sort(([, one], [, other]) => other.at - one.at)
    .slice(0, most);
  try {
    forgetOthers(username);
    localStorage.setItem(prefix + username, JSON.stringify(Object.fromEntries(fresh)));
  } catch {
    // A full store: the viewer is told of fewer differences, nothing else is lost.
  }
}

/** On a shared machine nobody finds what somebody else had to decide. */
function forgetOthers(username: string): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(prefix) && key !== prefix + username) localStorage.removeItem(key);
  }
}
