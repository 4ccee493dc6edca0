import type { Schemas } from "../../api/client";
import type { Ticket, TicketEvent } from "../ticket/data";

type Fault = Pick<Schemas["Fault"], "file" | "line" | "message" | "hint">;

/**
 * Why a ticket is stuck. The ticket itself says it to those who see to such
 * things; its log, which all staff read, has it of the last time it happened.
 */
export function faultOf(ticket: Pick<Ticket, "fault">, events: TicketEvent[]): Fault | undefined {
  if (ticket.fault) return ticket.fault;
  const said = events.findLast(({ type }) => type === "ticket.stuck")?.data as Partial<Fault> | undefined;
  if (!said?.message) return undefined;
  return { file: said.file ?? "", line: said.line ?? 0, message: said.message, ...(said.hint ? { hint: said.hint } : {}) };
}

/** The page on which the file can be mended; a library script is looked at beside the item that uses it. */
export function placeOf({ file }: Pick<Fault, "file">, item: string): string | undefined {
  if (file === "workflows/policy.toml") return "/policy";
  if (file.endsWith(".rhai")) return `/author/${item}`;
  return file === `schemas/${item}.json` ? `/author/${item}?part=schema` : undefined;
}
