import type { Schemas } from "../../api/client";

/** Done, the desk says; who asked is to say so, too. */
export function isToConfirm({ status, actions }: Pick<Schemas["TicketView"], "status" | "actions">): boolean {
  return status === "resolved" && actions.includes("close");
}

/** A few tickets: those that wait for the viewer, and then the others. */
export function turnsFirst<T extends { number: string }>(waiting: T[], all: T[], few: number): { ticket: T; mine: boolean }[] {
  const mine = new Set(waiting.map(({ number }) => number));
  const rest = all.filter(({ number }) => !mine.has(number));
  return [...waiting.map((ticket) => ({ ticket, mine: true })), ...rest.map((ticket) => ({ ticket, mine: false }))].slice(0, few);
}
