import PauseCircleOutlined from "@ant-design/icons/PauseCircleOutlined";
import type { Schemas } from "../../../api/client";
import { useSaid, type Said } from "./said";

const hour = 3_600_000;

/** Which of the clock's ends is next: the response while nobody has responded, then the resolution. */
export function nextDue(sla: Schemas["SlaView"] | null | undefined): { at: string; what: "respond" | "resolve" } | undefined {
  if (!sla) return undefined;
  if (sla.respond_due && !sla.responded_at) return { at: sla.respond_due, what: "respond" };
  return sla.resolve_due ? { at: sla.resolve_due, what: "resolve" } : undefined;
}

type Timed = Pick<Schemas["TicketView"], "sla" | "status">;

/** How much time is left, or how late it is, in words: colour alone tells nothing. */
export function Due({ ticket }: { ticket: Timed }) {
  return dueOf(ticket, useSaid());
}

export function dueOf({ sla, status }: Timed, { t, time, now }: Said) {
  const due = nextDue(sla);
  if (!due || !sla || status === "closed" || status === "resolved") return <span className="quiet">–</span>;
  const left = Date.parse(due.at) - now;
  if (sla.paused) {
    return (
      <span className="quiet" title={time.full(due.at)}>
        <PauseCircleOutlined aria-hidden /> {t("desk:due.paused")}
      </span>
    );
  }
  const words = time.countdown(due.at, now);
  const look = left < 0 ? "due-late" : left < 2 * hour ? "due-soon" : "due-later";
  const text = left < 0 ? t("desk:due.late", { time: words }) : due.what === "respond" ? t("desk:due.respond", { time: words }) : t("desk:due.resolve", { time: words });
  return (
    <time dateTime={due.at} className={look} title={time.full(due.at)}>
      {text}
    </time>
  );
}
