import { list, names, type Json } from "../builder/json-place";
import { asObject } from "../content";

// What the policy itself declares, so that other places of it may name it.

/** The priorities that cells of the matrix hold, best first. */
export function prioritiesOf(policy: Json): string[] {
  const rows = Object.values(asObject(asObject(policy["priority"])["matrix"]));
  return [...new Set(rows.flatMap(names))].sort();
}

/** Those, and the ones next to them that a new cell may begin. */
export function prioritiesFor(policy: Json): string[] {
  const now = prioritiesOf(policy);
  const numbers = now.map((name) => /^P(\d+)$/.exec(name)?.[1]).filter((number) => number !== undefined).map(Number);
  if (numbers.length < now.length) return now;
  const last = Math.max(4, ...numbers) + 1;
  return Array.from({ length: last }, (_, at) => `P${at + 1}`);
}

export function namesIn(policy: Json, kind: string): string[] {
  const priority = asObject(policy["priority"]);
  switch (kind) {
    case "calendar":
      return Object.keys(asObject(policy["calendars"]));
    case "desk":
      return Object.keys(asObject(policy["desks"]));
    case "role":
      return Object.keys(asObject(policy["roles"]));
    case "priority":
      return prioritiesOf(policy);
    case "impact":
      return names(priority["impacts"]);
    case "urgency":
      return names(priority["urgencies"]);
    case "hold":
      return list(policy["holds"]).map((hold) => asObject(hold)["code"]).filter((code) => typeof code === "string");
    case "language":
      return languagesOf(policy);
    default:
      return [];
  }
}

/** The desk's languages; English where it says none. */
export function languagesOf(policy: Json): string[] {
  const said = names(policy["languages"]);
  return said.length > 0 ? said : ["en"];
}

/** The kind of thing that the keys of a map declare. */
export const declares: Readonly<Record<string, string>> = { calendars: "calendar", desks: "desk", roles: "role" };
