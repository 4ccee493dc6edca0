import type { Schemas } from "../../../api/client";

export type Ticket = Schemas["TicketView"];
export type Typed = Record<string, unknown>;

/** How a field of an operation's form is filled in. */
export type Way =
  | "line" | "text" | "person" | "people" | "handler" | "owner" | "group" | "groups" | "code" | "choice"
  | "moment" | "minutes" | "flag" | "item";

export interface Field {
  name: string;
  way: Way;
  required?: boolean;
  /** Values of a choice, named under `choice.` in the texts. */
  values?: readonly string[];
  /** Which codes of the desk's policy are offered. */
  codes?: "holds" | "returns" | "succeeded" | "failed" | "any";
  shown?: (typed: Typed, ticket: Ticket) => boolean;
}

export interface Operation {
  /** As the ticket's `actions` and bulk calls have it. */
  name: string;
  /** The last part of the path of the single call; PATCH on the ticket itself where there is none. */
  path: string | undefined;
  /** Nothing to fill in: done at once. */
  fields: Field[];
  start?: (ticket: Ticket) => Typed;
  body?: (typed: Typed) => Typed;
  bulk?: boolean;
  isGrave?: boolean;
}

const reason: Field = { name: "reason", way: "text", required: true };
const knowledge: Field = { name: "knowledge", way: "choice", values: ["none", "create", "update", "exists"] };
const item: Field[] = [{ name: "item", way: "item", required: true }, reason];

/** What people do to a ticket; whether it is offered is the server's to say. */
export const operations: Operation[] = [
  { name: "accept", path: "accept", fields: [], bulk: true },
  {
    name: "assign",
    path: "assign",
    fields: [{ name: "group", way: "group" }, { name: "assignee", way: "handler" }, { name: "reason", way: "text" }],
    start: (ticket) => ({ group: ticket.group ?? undefined }),
    bulk: true,
  },
  {
    name: "resolve",
    path: "resolve",
    fields: [
      { name: "outcome", way: "choice", values: ["done", "failed"], required: true },
      { name: "resolution", way: "text", required: true },
      { name: "closure_reason", way: "code", codes: "succeeded", shown: (typed) => typed["outcome"] !== "failed" },
      { name: "closure_reason", way: "code", codes: "failed", shown: (typed) => typed["outcome"] === "failed" },
      { name: "better_way", way: "text", shown: (typed) => typed["outcome"] === "failed" },
      knowledge,
      { name: "children", way: "flag", shown: (_, ticket) => (ticket.links ?? []).some(({ type }) => type === "parent_of" || type === "causes") },
      { name: "force", way: "text", shown: (typed) => typed["force"] !== undefined },
    ],
    start: () => ({ outcome: "done" }),
    bulk: true,
  },
  { name: "return", path: "return", fields: [{ name: "code", way: "code", codes: "returns" }, reason, { name: "suggestion", way: "text", required: true }], bulk: true },
  {
    name: "escalate",
    path: "escalate",
    fields: [
      { name: "level", way: "choice", values: ["functional", "manager"], required: true },
      { name: "group", way: "group", shown: (typed) => typed["level"] !== "manager" },
      reason,
    ],
    start: () => ({ level: "functional" }),
    body: ({ level, group, ...rest }) => (level === "manager" ? { ...rest, level } : { ...rest, group }),
    bulk: true,
  },
  {
    name: "hold",
    path: "hold",
    fields: [{ name: "code", way: "code", codes: "holds", required: true }, { name: "reason", way: "text" }, { name: "until", way: "moment" }],
    bulk: true,
  },
  { name: "unhold", path: "unhold", fields: [], bulk: true },
  {
    name: "close",
    path: "close",
    fields: [
      { name: "closure_reason", way: "code", codes: "any" },
      { name: "better_way", way: "text", shown: (typed) => typed["closure_reason"] === "out_of_scope" },
      knowledge,
      { name: "remarks", way: "text" },
    ],
    bulk: true,
  },
  {
    name: "follow_up",
    path: "follow-up",
    fields: [
      { name: "reached", way: "choice", values: ["yes", "no"], required: true },
      { name: "satisfied", way: "choice", values: ["yes", "no"], shown: (typed) => typed["reached"] === "yes" },
      { name: "channel", way: "line" },
      { name: "comment", way: "text" },
    ],
    start: () => ({ channel: "phone" }),
    body: ({ reached, satisfied, ...rest }) => ({ ...rest, reached: reached === "yes", ...(satisfied === undefined ? {} : { satisfied: satisfied === "yes" }) }),
  },
  { name: "reopen", path: "reopen", fields: [reason], bulk: true },
  {
    name: "open_step",
    path: "steps",
    fields: [
      { name: "kind", way: "choice", values: ["approval", "cost", "task", "question"], required: true },
      { name: "name", way: "line", required: true },
      { name: "users", way: "people" },
      { name: "groups", way: "groups", shown: (typed) => typed["kind"] !== "cost" },
      { name: "amount", way: "line", shown: (typed) => typed["kind"] === "cost" || typed["kind"] === "approval" },
      { name: "within", way: "line" },
      { name: "optional", way: "flag" },
    ],
    start: (ticket) => ({ kind: "approval", users: [ticket.requested_for.username].slice(1) }),
    body: ({ users, groups, optional, ...rest }) => ({
      ...rest,
      for: { ...(users ? { users } : {}), ...(groups ? { groups } : {}) },
      ...(optional ? { mandatory: false } : {}),
    }),
  },
  {
    name: "change",
    path: undefined,
    fields: [
      { name: "title", way: "line" },
      { name: "description", way: "text" },
      { name: "impact", way: "code" },
      { name: "urgency", way: "code" },
      { name: "location", way: "line" },
      { name: "remarks", way: "text" },
      { name: "priority", way: "code" },
      { name: "priority_reason", way: "line" },
    ],
    start: ({ title, description, impact, urgency, location, remarks }) => ({ title, description, impact, urgency, location, remarks }),
  },
  { name: "reclassify", path: "reclassify", fields: item },
  { name: "link", path: "links", fields: [{ name: "type", way: "choice", values: ["relates_to", "caused_by", "parent_of", "duplicates", "follows", "ci", "asset", "order", "article", "contract", "url"], required: true }, { name: "to", way: "line", required: true }, { name: "reason", way: "line" }], start: () => ({ type: "relates_to" }), bulk: true },
  { name: "merge", path: "merge", fields: [{ name: "into", way: "line", required: true }, reason], isGrave: true, bulk: true },
  { name: "split", path: "split", fields: [{ name: "title", way: "line" }, ...item] },
  { name: "owner", path: "owner", fields: [{ name: "owner", way: "owner", required: true }, reason], bulk: true },
  { name: "restrict", path: "restrict", fields: [{ name: "group", way: "group", required: true }, reason] },
  { name: "unrestrict", path: "unrestrict", fields: [reason] },
  { name: "resume", path: "resume", fields: [{ name: "migrate", way: "flag" }] },
  { name: "cancel", path: "cancel", fields: [{ name: "reason", way: "text" }], isGrave: true, bulk: true },
];

export const operationOf = (name: string) => operations.find((operation) => operation.name === name);

/** The body of the call: what was left empty is not sent, but taken away where it was there before. */
export function bodyOf(operation: Operation, typed: Typed, was: Typed = {}): Typed {
  const kept = Object.fromEntries(Object.entries(typed).filter(([, value]) => !isEmpty(value)));
  if (operation.path !== undefined) return operation.body ? operation.body(kept) : kept;
  const names = operation.fields.map(({ name }) => name);
  const changed = names.filter((name) => !same(typed[name], was[name]));
  return Object.fromEntries(changed.map((name) => [name, isEmpty(typed[name]) ? null : typed[name]]));
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const same = (one: unknown, two: unknown) => (isEmpty(one) && isEmpty(two)) || one === two;
