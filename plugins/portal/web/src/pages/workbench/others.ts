import type { Schemas } from "../../api/client";

type Other = Schemas["OtherTicketView"];

/** So many the server tells of at the most; there may be more. */
const told = 10;

/** What else somebody has: what is open comes first and is counted, what only waits to be confirmed is not. */
export function othersOf(others: Other[]): { count: number; areMore: boolean; sorted: Other[] } {
  const open = others.filter(({ status }) => status !== "resolved" && status !== "closed");
  return { count: open.length, areMore: others.length >= told, sorted: [...open, ...others.filter((other) => !open.includes(other))] };
}
