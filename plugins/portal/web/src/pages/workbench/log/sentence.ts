import { saidIn } from "../../ticket/EventWords";
import type { TicketEvent } from "../../ticket/data";

/** How what the log names by keys is called where it is shown. */
export interface Words {
  person: (username: string) => string;
  moment: (at: string) => string;
  step: (step: { kind: string; name: string }) => string;
  outcome: (outcome: string) => string;
  /** A code of the portal's texts, by the part that has it: `choice`, `column`, `closure`, … */
  word: (part: string, code: string) => string;
}

type Data = Record<string, unknown>;

const text = (value: unknown) => (typeof value === "string" || typeof value === "number" ? String(value) : "");
const list = (value: unknown) => (Array.isArray(value) ? value.map(text).filter(Boolean) : []);

/** Which sentence tells an event, with what stands in its gaps; some events are told in two ways. */
export function sentenceOf({ type, data }: Pick<TicketEvent, "type" | "data">, words: Words): { key: string; gaps: Record<string, string> } {
  const of = (data ?? {}) as Data;
  const told = (gaps: Record<string, string>, key: string = type) => ({ key, gaps });
  const person = (name: string) => (text(of[name]) ? words.person(text(of[name])) : "");
  switch (type) {
    case "ticket.assigned":
    case "ticket.handed_over": {
      const whom = [person("assignee") || person("owner"), text(of["group"])].filter(Boolean).join(", ");
      return whom ? told({ whom }) : told({}, "ticket.unassigned");
    }
    case "ticket.escalated":
      if (of["level"] === "manager") return told({ whom: list(of["to"]).map(words.person).join(", ") }, "ticket.raised");
      return told({ whom: text(of["group"]) });
    case "ticket.closed":
      return told({ how: words.word("closure", text(of["closure_code"])) });
    case "ticket.changed":
    case "facts.changed":
      return told({ what: changesOf(of["fields"], words) });
    case "ticket.linked":
    case "ticket.unlinked":
      return told({ how: words.word("link", text(of["kind"])), what: text(of["what"]) });
    case "ticket.merged":
      return of["into"] ? told({ number: text(of["into"]) }) : told({ number: text(of["from"]) }, "ticket.absorbed");
    case "ticket.staged":
      return told({ stage: text(of["stage"]) });
    case "ticket.held":
      return of["until"] ? told({ until: words.moment(text(of["until"])) }, "ticket.held_until") : told({});
    case "ticket.restricted":
      return told({ group: text(of["group"]) });
    case "sla.set":
      return slaSet(of, words);
    case "sla.breached":
      return told({}, of["breached"] === "respond" ? "sla.breached_respond" : type);
    case "sla.warned":
      return told({ percent: text(of["at"]) });
    case "watcher.added":
    case "watcher.removed":
      return told({ whom: person("user") });
    case "person.affected":
      return told({ whom: person("person") });
    case "work.logged":
      return told({ minutes: text(of["minutes"]) });
    case "comment.added":
      return of["internal"] === true ? told({}, "comment.internal") : told({});
    case "attachment.added":
      return told({ name: text(of["name"]) });
    case "rating.given":
      return told({ score: text(of["score"]) });
    case "delivery.failed":
      return told({ call: text(of["call"]), count: text(of["attempts"]) });
    case "step.settled":
    case "step.voted":
      return told({ step: stepOf(of, words), how: words.outcome(text(of["outcome"])) });
    default:
      return told(type.startsWith("step.") ? { step: stepOf(of, words) } : {});
  }
}

/** What people said with it. Of a comment the log keeps the id: it stands in the conversation. */
export function wordsOf(event: Pick<TicketEvent, "type" | "data">): string[] {
  const of = (event.data ?? {}) as Data;
  if (event.type.startsWith("comment.")) return [];
  const { words } = saidIn(event as TicketEvent);
  return [words, text(of["suggestion"]), text(of["text"])].filter((said): said is string => Boolean(said));
}

function slaSet(of: Data, words: Words) {
  const gaps = {
    name: text(of["name"]),
    ...(of["respond_due"] ? { respond: words.moment(text(of["respond_due"])) } : {}),
    ...(of["resolve_due"] ? { resolve: words.moment(text(of["resolve_due"])) } : {}),
  };
  if (gaps.respond && gaps.resolve) return { key: "sla.set_both", gaps };
  if (gaps.respond) return { key: "sla.set_respond", gaps };
  return gaps.resolve ? { key: "sla.set_resolve", gaps } : { key: "sla.set", gaps };
}

function stepOf(of: Data, words: Words): string {
  return words.step({ kind: text(of["kind"]), name: text(of["name"]) });
}

/** "Urgency: normal → high; Priority: P4 → P3". */
function changesOf(fields: unknown, words: Words): string {
  if (fields === null || typeof fields !== "object") return "";
  return Object.entries(fields as Record<string, Data>)
    .map(([name, change]) => {
      const [from, to] = [shown(change?.["from"]), shown(change?.["to"])];
      return `${words.word("column", name)}: ${[from, to].map((value) => value || "–").join(" → ")}`;
    })
    .join("; ");
}

const shown = (value: unknown): string => (Array.isArray(value) ? list(value).join(", ") : typeof value === "boolean" ? String(value) : text(value));
