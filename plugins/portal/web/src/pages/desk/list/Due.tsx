import PauseCircleOutlined from "@ant-design/icons/PauseCircleOutlined";
import { useTranslation } from "react-i18next";
import { useNow, useTime } from "../../../time/time";
import type { Schemas } from "../../../api/client";

const hour = 3_600_000;

/** Which of the clock's ends is next: the response while nobody has responded, then the resolution. */
export function nextDue(sla: Schemas["SlaView"] | null | undefined): { at: string; what: "respond" | "resolve" } | undefined {
  if (!sla) return undefined;
  if (sla.respond_due && !sla.responded_at) return { at: sla.respond_due, what: "respond" };
  return sla.resolve_due ? { at: sla.resolve_due, what: "resolve" } : undefined;
}

/** How much time is left, or how late it is, in words: colour alone tells nothing. */
export function Due({ ticket }: { ticket: Pick<Schemas["TicketView"], "sla" | "status"> }) {
  const { t } = useTranslation("desk");
  const time = useTime();
  const now = useNow();
  const { sla, status } = ticket;
  const due = nextDue(sla);
  if (!due || !sla || status === "closed" || status === "resolved") return <span className="quiet">–</span>;
  const left = Date.parse(due.at) - now;
  const words = time.countdown(due.at, now);
  if (sla.paused) {
    return (
      <span className="quiet" title={time.full(due.at)}>
        <PauseCircleOutlined aria-hidden /> {t("due.paused")}
      </span>
    );
  }
  const look = left < 0 ? "due-late" : left < 2 * hour ? "due-soon" : "due-later";
  const text = left < 0 ? t("due.late", { time: words }) : due.what === "respond" ? t("due.respond", { time: words }) : t("due.resolve", { time: words });
  return (
    <time dateTime={due.at} className={look} title={time.full(due.at)}>
      {text}
    </time>
  );
}
