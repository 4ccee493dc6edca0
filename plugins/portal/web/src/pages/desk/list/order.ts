import type { Ticket } from "./useTicketList";

/** What a list is sorted by, of one ticket; nothing sorts last. */
function standing(ticket: Ticket, field: string): string {
  if (field === "priority") return ticket.priority;
  if (field === "resolve_due") return ticket.sla?.resolve_due ?? "9999";
  return field === "updated_at" ? ticket.updated_at : ticket.created_at;
}

/** Whether `ticket` belongs before `other` in a list with this sort. */
export function sortsBefore(ticket: Ticket, other: Ticket, sort: string): boolean {
  const field = sort.replace(/^-/, "");
  const [one, two] = [standing(ticket, field), standing(other, field)];
  return sort.startsWith("-") ? one > two : one < two;
}
