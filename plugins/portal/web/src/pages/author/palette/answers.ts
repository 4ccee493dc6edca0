import { mayBeNobody, type Kind } from "./kinds";
import { isVariable } from "./literals";
import { isLimitWhole, type Limit } from "./limit";
import { isMissing, placeholdersOf, type Values, type Wanted } from "./wanted";
import { isWhole, nobody, type Who } from "./who";

// What the small form of a step holds, what stands there at first, and what is
// still lacking.

export interface BranchAnswers {
  kind: "task" | "approval" | "ask" | "wait";
  name: string;
  who: Who;
  limit: Limit;
}

export interface Answers {
  /** The step's name, or the text that people read. */
  name: string;
  who: Who;
  /** The price of the request where nothing is typed and there is one. */
  amount: string;
  hasPrice: boolean;
  tolerance: string;
  limit: Limit;
  until: Limit;
  /** The time of day of a wait. */
  at: string;
  silence: string;
  escalateTo: string;
  quorum: string;
  bad: string;
  /** One point a line. */
  checklist: string;
  form: string;
  text: string;
  keep: string;
  event: string;
  key: string;
  item: string;
  func: string;
  wanted: Wanted[];
  values: Values;
  waits: boolean;
  branches: BranchAnswers[];
  onError: string;
  by: string;
  level: string;
  due: string;
  confirm: boolean;
  code: string;
}

/** What the form is filled in from. */
export interface Beginning {
  /** The script as it stands: a name that it has already is not taken again. */
  script: string;
  /** A group that exists. */
  group: string;
  level: string;
  rejection: string;
  /** Whether the item has a price, or a choice of its form. */
  hasPrice: boolean;
}

const names: Partial<Record<Kind, string>> = {
  approval: "Line manager",
  task: "Prepare it",
  handle: "Do the work",
  ask: "What else should we know?",
  notify: "Your request {number} goes on.",
  resolve: "Done",
  reject: "This cannot be granted.",
};

/** All that a step begins with: whatever is inserted so passes the check. */
export function firstAnswers(kind: Kind, { script, group, level, rejection, hasPrice }: Beginning): Answers {
  const team: Who = group === "" ? { is: "owner" } : { is: "group", name: group };
  const free = (name: string) => freeName(name, script);
  const name = names[kind] ?? "";
  const message = kind === "notify" ? placeholdersOf(name) : [];
  const wait: Limit = { is: "within", count: 5, unit: "wd" };
  return {
    name: kind === "approval" || kind === "task" || kind === "handle" || kind === "ask" ? free(name) : name,
    who: kind === "approval" ? { is: "manager" } : mayBeNobody(kind) ? nobody : kind === "task" ? team : kind === "confirm_cost" ? { is: "requester" } : { is: "requested_for" },
    amount: "",
    hasPrice,
    tolerance: "",
    limit: kind === "wait_for" ? { is: "within", count: 30, unit: "d" } : { is: "policy" },
    until: { is: "within", count: 2, unit: "wd" },
    at: "",
    silence: kind === "wait_for" ? "escalate" : "",
    escalateTo: "",
    quorum: "",
    bad: "",
    checklist: "",
    form: "",
    text: "",
    keep: "",
    event: kind === "wait_for" ? "goods.received" : "",
    key: "",
    item: "",
    func: "",
    wanted: message,
    values: kind === "notify" ? { number: { is: "code", code: "ticket.number" } } : {},
    waits: true,
    branches:
      kind === "any_of"
        ? [
            { kind: "ask", name: free("When does it suit you?"), who: { is: "requested_for" }, limit: { is: "policy" } },
            { kind: "wait", name: "silence", who: nobody, limit: wait },
          ]
        : [
            { kind: "task", name: free("Prepare the device"), who: team, limit: { is: "policy" } },
            { kind: "task", name: free("Prepare the account"), who: team, limit: { is: "policy" } },
          ],
    onError: "",
    by: "",
    level,
    due: "",
    confirm: true,
    code: kind === "reject" ? rejection : "",
  };
}

/** Two steps that read the same cannot be told apart: the second one is numbered. */
export function freeName(name: string, script: string): string {
  const taken = (tried: string) => script.includes(`"${tried}"`);
  if (!taken(name)) return name;
  for (let number = 2; ; number++) if (!taken(`${name} ${number}`)) return `${name} ${number}`;
}

export type Lack = "name" | "who" | "amount" | "tolerance" | "limit" | "until" | "keep" | "event" | "item" | "func" | "values" | "branches" | "level" | "code";

/** What keeps a step from being inserted. */
export function lacking(kind: Kind, answers: Answers): Lack[] {
  const lacks: Lack[] = [];
  const needs = (what: Lack, isThere: boolean) => isThere || lacks.push(what);
  const isNamed = ["approval", "task", "handle", "ask", "notify", "resolve", "reject"].includes(kind);
  if (isNamed) needs("name", answers.name.trim() !== "");
  if (["approval", "task", "ask", "notify", "handle", "assign", "confirm_cost"].includes(kind))
    needs("who", isWhole(answers.who) && (answers.who.is !== "nobody" || mayBeNobody(kind)));
  if (kind === "confirm_cost") {
    needs("amount", answers.amount.trim() === "" ? answers.hasPrice : /^\d+([.,]\d{1,2})?$/.test(answers.amount.trim()));
    needs("tolerance", answers.tolerance === "" || /^\d{1,2}$/.test(answers.tolerance.trim()));
  }
  if (kind === "wait") needs("until", isLimitWhole(answers.until) && answers.until.is !== "policy");
  else needs("limit", isLimitWhole(answers.limit));
  needs("keep", answers.keep === "" || isVariable(answers.keep));
  if (kind === "wait_for") needs("event", answers.event.trim() !== "");
  if (kind === "open_ticket") needs("item", answers.item !== "");
  if (kind === "plugin") needs("func", answers.func !== "");
  if (["open_ticket", "plugin", "notify"].includes(kind))
    needs("values", !answers.wanted.some(isMissing(answers.values)));
  if (kind === "parallel" || kind === "any_of") needs("branches", areBranchesWhole(answers.branches));
  if (kind === "sla") needs("level", answers.level.trim() !== "");
  if (kind === "reject") needs("code", answers.code !== "");
  return lacks;
}

function areBranchesWhole(branches: BranchAnswers[]): boolean {
  const all = branches.map(({ name }) => name.trim());
  return (
    branches.length >= 2 &&
    new Set(all).size === all.length &&
    branches.every(({ kind, name, who, limit }) => name.trim() !== "" && isLimitWhole(limit) && (kind === "wait" ? limit.is !== "policy" : isWhole(who) && who.is !== "nobody"))
  );
}
