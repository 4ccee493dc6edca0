// The steps of the palette and what each is asked for: first what it needs,
// then what it may have.

export const kinds = [
  "approval",
  "confirm_cost",
  "task",
  "handle",
  "ask",
  "wait",
  "wait_for",
  "open_ticket",
  "plugin",
  "parallel",
  "any_of",
  "assign",
  "sla",
  "notify",
  "resolve",
  "reject",
] as const;
export type Kind = (typeof kinds)[number];

/** What belongs together in the list. */
export const families = {
  ask: ["approval", "confirm_cost", "ask"],
  work: ["task", "handle", "assign", "open_ticket", "plugin"],
  time: ["wait", "wait_for", "sla"],
  several: ["parallel", "any_of"],
  tell: ["notify", "resolve", "reject"],
} as const satisfies Record<string, Kind[]>;

export type FieldName =
  | "name"
  | "who"
  | "amount"
  | "tolerance"
  | "limit"
  | "until"
  | "at"
  | "silence"
  | "escalateTo"
  | "quorum"
  | "bad"
  | "checklist"
  | "form"
  | "text"
  | "keep"
  | "event"
  | "key"
  | "item"
  | "func"
  | "values"
  | "waits"
  | "branches"
  | "onError"
  | "by"
  | "level"
  | "due"
  | "confirm"
  | "code";

export const fieldsOf: Record<Kind, { first: FieldName[]; more: FieldName[] }> = {
  approval: { first: ["name", "who", "quorum", "limit", "silence"], more: ["text", "bad", "keep"] },
  confirm_cost: { first: ["amount", "who", "limit", "silence"], more: ["tolerance", "text", "bad", "keep"] },
  task: { first: ["name", "who", "checklist", "limit", "silence", "escalateTo"], more: ["form", "text", "by", "bad", "keep"] },
  handle: { first: ["name", "who", "limit", "silence", "escalateTo"], more: ["form", "text", "by", "bad", "keep"] },
  ask: { first: ["name", "who", "limit", "silence"], more: ["form", "text", "keep"] },
  wait: { first: ["until", "at"], more: ["text"] },
  wait_for: { first: ["event", "limit", "silence"], more: ["key", "text", "keep"] },
  open_ticket: { first: ["item", "values", "waits"], more: ["limit", "silence", "bad", "keep"] },
  plugin: { first: ["func", "values"], more: ["bad", "keep"] },
  parallel: { first: ["branches", "onError"], more: ["keep"] },
  any_of: { first: ["branches"], more: ["keep"] },
  assign: { first: ["who"], more: ["by"] },
  sla: { first: ["level", "due"], more: [] },
  notify: { first: ["who", "name", "values"], more: [] },
  resolve: { first: ["name", "confirm"], more: ["code"] },
  reject: { first: ["name", "code"], more: [] },
};

/** What `on_timeout` may say. */
export const silences = (kind: Kind) =>
  kind === "approval" ? ["remind", "escalate", "expire", "go_on", "approve", "reject"] as const : (["remind", "escalate", "expire", "go_on"] as const);

/** What a bad answer may do, and which option says it. */
export const badOptions = {
  approval: { option: "on_reject", takes: ["end", "go_on"] },
  confirm_cost: { option: "on_decline", takes: ["end", "go_on"] },
  task: { option: "on_fail", takes: ["ask_owner", "end", "go_on"] },
  handle: { option: "on_fail", takes: ["end", "go_on"] },
  open_ticket: { option: "on_fail", takes: ["ask_owner", "end", "go_on"] },
  plugin: { option: "on_fail", takes: ["ask_owner", "end", "go_on"] },
} as const;

export const badOf = (kind: Kind) => (kind in badOptions ? badOptions[kind as keyof typeof badOptions] : undefined);

/** Where the ticket may stay where it lies, or go where the policy says. */
export const mayBeNobody = (kind: Kind) => kind === "handle" || kind === "assign";
