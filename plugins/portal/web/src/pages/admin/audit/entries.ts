import { useInfiniteQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../../api/client";
import { useTime } from "../../../time/time";
import { between } from "../Span";

export type Entry = Schemas["AuditView"];

/** What the log tells, by the names that the desk sends and takes; its document calls them otherwise. */
export const actions = [
  "session.begun",
  "session.refused",
  "session.ended",
  "token.made",
  "token.revoked",
  "release.published",
  "absence.registered",
  "absence.changed",
  "absence.dropped",
  "person.added",
  "person.changed",
  "password.set",
  "password.changed",
  "group.made",
  "group.changed",
  "group.dissolved",
  "person.forgotten",
  "job.started",
  "tickets.exported",
] as const satisfies readonly Schemas["Action"][];

export interface Wanted {
  actor: string;
  type: Schemas["Action"] | "";
  first: string;
  last: string;
}

export function wantedIn(address: URLSearchParams): Wanted {
  const said = (name: string) => address.get(name) ?? "";
  return { actor: said("actor"), type: actions.find((one) => one === said("type")) ?? "", first: said("first"), last: said("last") };
}

export function useEntries({ actor, type, first, last }: Wanted) {
  const { zone } = useTime();
  const narrow = { ...(actor ? { actor } : {}), ...(type ? { type } : {}), ...between(first, last, zone) };
  return useInfiniteQuery({
    queryKey: ["audit", narrow],
    queryFn: ({ pageParam }) => got(api.GET("/api/v1/audit", { params: { query: { ...narrow, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });
}

export interface Difference {
  field: string;
  from: unknown;
  to: unknown;
}

type Values = Record<string, unknown>;

const isRecord = (value: unknown): value is Values => value !== null && typeof value === "object" && !Array.isArray(value);

/** Of each field that is another now, what it was and what it is. */
export function differences(data: Values): Difference[] {
  const fields = isRecord(data["fields"]) ? data["fields"] : {};
  return Object.entries(fields).map(([field, change]) => (isRecord(change) ? { field, from: change["from"], to: change["to"] } : { field, from: undefined, to: change }));
}

/** The details besides. */
export function details(data: Values): [string, unknown][] {
  return Object.entries(data).filter(([name, value]) => name !== "fields" && !isNothing(value));
}

export function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);
}

/** A value in words; lists by commas, lists by name as `P1: dora, dan`. */
export function worded(value: unknown): string {
  if (Array.isArray(value)) return value.map(worded).join(", ");
  if (isRecord(value)) return Object.entries(value).map(([name, below]) => `${name}: ${worded(below)}`).join("; ");
  return String(value ?? "");
}

export const isMoment = (value: unknown): value is string => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value);

/** Whom or what an entry names; the ids of tokens, absences and releases say nothing to a reader. */
export function named({ type, object, data }: Entry): { kind: "person" | "group" | "other"; name: string } | undefined {
  const what: string = type;
  const of = typeof data["person"] === "string" ? data["person"] : undefined;
  if (what.startsWith("absence.") && of) return { kind: "person", name: of };
  if (!object) return undefined;
  if (what === "person.added" || what === "person.changed" || what.startsWith("password.")) return { kind: "person", name: object };
  if (what === "group.made" || what === "group.changed") return { kind: "group", name: object };
  return /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(object) ? undefined : { kind: "other", name: object };
}
