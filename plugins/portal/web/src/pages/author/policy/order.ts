import { fieldsOf, type Node } from "./schema";
import { lookups } from "./words";

// In which order keys are read best: what a thing is first, then what follows from
// it. The schema has them by the alphabet; those that it gains come last.

const orders: Readonly<Record<string, string>> = {
  "desks/*": "groups locations calendar languages owner owner_absent_after",
  freezes: "name services from to",
  intake: "kind category item location language channel priorities inside outside group desk by",
  "calendars/*": "zone day hours holidays days holidays_ics any_of always",
  priority: "requester_may requester_impacts override",
  vip: "groups raise best tell seen_by on_site",
  sla: "name valid_from agreed_by calendar starts responds response resolve task pauses",
  escalation: "at priorities to tell",
  steps: "max_levels approval cost question task work ticket plugin",
  "steps/approval": "within remind on_timeout own_request asking_counts same_person last_resort comment_for code_for",
  cost: "within remind on_timeout on_fail",
  question: "within remind on_timeout on_fail",
  task: "within remind on_timeout on_fail",
  work: "within remind on_timeout on_fail",
  ticket: "within remind on_timeout on_fail",
  plugin: "within remind on_timeout on_fail",
  holds: "code label pauses ends_on remind give_up needs_until",
  returns: "reason_min code_required codes",
  close: "confirm_within nudge auto never_auto follow_up",
  never_auto: "priorities vip unread_reply",
  follow_up: "priorities items vip attempts",
  reopen: "within after_close clock grace",
  csat: "ask share quiet low tell",
  knowledge: "decide required preset review_every promote",
  promote: "uses rating to",
  recurring: "item requested_for schedule zone missed once form",
  conversation: "acknowledge edit_within work_within drafts_kept appointment_remind",
  publishing: "four_eyes paths categories folder",
  outgoing: "mode redirect_to calls_to keep",
  retention: "tickets messages log",
};

/** The keys of an object as they are read. */
export function inOrder(node: Node, name: string): [string, Node][] {
  const known = lookups(name).find((one) => orders[one] !== undefined);
  const order = known ? (orders[known] ?? "").split(" ") : [];
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return fieldsOf(node).sort(([one], [other]) => rank(one) - rank(other));
}
