import { usePolicyCodes } from "../../api/codes";
import type { TicketEvent } from "./data";

/** What was said with what happened: a resolution, a reason, why it was rejected. */
export function EventWords({ event }: { event: TicketEvent }) {
  const codes = usePolicyCodes();
  const { code, words } = saidIn(event);
  const label = code && (codes?.rejections.find((known) => known.code === code)?.label ?? code);
  if (!label && !words) return null;
  return (
    <div className="progress-said">
      {label && <strong>{label}</strong>}
      {label && words && ": "}
      {words}
    </div>
  );
}

const text = (value: unknown) => (typeof value === "string" && value.trim() !== "" ? value : undefined);

/** Under which names the log keeps people's words; a code is put into words by the policy. */
export function saidIn(event: TicketEvent): { code?: string; words?: string } {
  const data: Record<string, unknown> = event.data ?? {};
  const words = text(data["resolution"]) ?? text(data["message"]) ?? text(data["comment"]) ?? text(data["reason"]);
  const code = event.type === "ticket.closed" ? text(data["rejection_code"]) : undefined;
  return { ...(code && { code }), ...(words && { words }) };
}
