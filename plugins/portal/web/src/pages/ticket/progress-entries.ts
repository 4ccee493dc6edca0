import type { PreviewStep, Step, Ticket, TicketEvent } from "./data";

/** One place of the progress line. */
export type Entry =
  | { phase: "past"; key: string; at: string; event: TicketEvent }
  | { phase: "past"; key: string; at: string; step: Step }
  | { phase: "now"; key: string; step: Step }
  | { phase: "ahead"; key: string; next: PreviewStep };

/** What of the log is a place on the way; steps tell their own part. */
const milestones = new Set([
  "ticket.submitted",
  "ticket.accepted",
  "ticket.escalated",
  "ticket.held",
  "ticket.unheld",
  "ticket.returned",
  "ticket.rerun",
  "ticket.reclassified",
  "ticket.merged",
  "ticket.split",
  "ticket.resolved",
  "ticket.closed",
  "ticket.reopened",
  "ticket.cancel_asked",
  "ticket.cancel_refused",
  "ticket.cancelling",
]);

const same = (step: { kind: string; name: string }) => `${step.kind}/${step.name}`;

/**
 * What has happened (log and answered steps, by time), what is open, and what
 * is still to come: the preview's steps without those that the present run has.
 */
export function progress(ticket: Ticket, steps: Step[], events: TicketEvent[], ahead: PreviewStep[]): Entry[] {
  const past: Entry[] = [];
  for (const event of events)
    if (milestones.has(event.type)) past.push({ phase: "past", key: `e${event.seq}`, at: event.at, event });
  for (const step of steps) {
    // An answer that was taken over stands where it was given.
    if (step.state === "open" || step.carried_from) continue;
    past.push({ phase: "past", key: step.id, at: step.answered_at ?? step.opened_at, step });
  }
  past.sort((one, other) => order(one) - order(other) || rank(one) - rank(other));

  const now: Entry[] = steps.filter((step) => step.state === "open").map((step) => ({ phase: "now", key: step.id, step }));
  return [...past, ...now, ...remaining(ticket, steps, ahead)];
}

const order = (entry: Entry) => (entry.phase === "past" ? Date.parse(entry.at) : Infinity);

/** Of one moment: an answer comes before what came of it, and nothing before the beginning. */
const rank = (entry: Entry) => ("event" in entry ? (entry.event.type === "ticket.submitted" ? 0 : 2) : 1);

function remaining(ticket: Ticket, steps: Step[], ahead: PreviewStep[]): Entry[] {
  if (ticket.status === "resolved" || ticket.status === "closed" || ticket.flags.cancelling) return [];
  const met = new Map<string, number>();
  for (const step of steps) if (step.run === ticket.run) met.set(same(step), (met.get(same(step)) ?? 0) + 1);
  const left: Entry[] = [];
  for (const next of ahead) {
    const times = met.get(same(next)) ?? 0;
    if (times > 0) met.set(same(next), times - 1);
    else left.push({ phase: "ahead", key: `a${next.node}/${left.length}`, next });
  }
  return left;
}
