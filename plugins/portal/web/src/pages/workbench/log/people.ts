import type { TicketEvent } from "../../ticket/data";

const named = ["assignee", "owner", "user", "person"];

/** The usernames that an entry of the log has, to be shown as names. */
export function usernamesIn({ type, data }: Pick<TicketEvent, "type" | "data">): string[] {
  const of = (data ?? {}) as Record<string, unknown>;
  const several = type === "ticket.escalated" && Array.isArray(of["to"]) ? of["to"] : [];
  return [...named.map((name) => of[name]), ...several].filter((value): value is string => typeof value === "string" && value !== "");
}
