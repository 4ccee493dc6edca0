import CrownOutlined from "@ant-design/icons/CrownOutlined";
import LockOutlined from "@ant-design/icons/LockOutlined";
import WarningOutlined from "@ant-design/icons/WarningOutlined";
import type { ReactNode } from "react";
import { dueOf } from "./Due";
import { useSaid, type Said } from "./said";
import type { Time } from "../../../time/time";
import type { Ticket } from "./useTicketList";

export interface Column {
  name: string;
  /** Width as CSS grid has it. */
  width: string;
  /** What `sort` calls it, where the server sorts by it. */
  sort?: string;
  cell: (ticket: Ticket, said: Said) => ReactNode;
}

const text = (name: string, width: string, cell: Column["cell"]): Column => ({ name, width, cell });

/** The columns that can be shown; all but `due` are named as an export names them. */
export const columns: Column[] = [
  text("number", "92px", (ticket) => <NumberLink number={ticket.number} />),
  text("title", "minmax(150px, 3fr)", (ticket, said) => titleOf(ticket, said)),
  text("status", "92px", (ticket, said) => statusOf(ticket.status, said)),
  { ...text("priority", "70px", (ticket) => <Priority value={ticket.priority} />), sort: "priority" },
  { ...text("due", "minmax(172px, 216px)", dueOf), sort: "resolve_due" },
  text("requester", "minmax(96px, 1fr)", (ticket) => ticket.requester.name),
  text("requested_for", "minmax(96px, 1fr)", (ticket) => ticket.requested_for.name),
  text("assignee", "minmax(96px, 1fr)", (ticket) => ticket.assignee?.name),
  text("group", "minmax(96px, 1fr)", (ticket) => ticket.group),
  text("owner", "minmax(96px, 1fr)", (ticket) => ticket.owner?.name),
  text("headline", "minmax(200px, 3fr)", (ticket) => ticket.headline),
  text("kind", "100px", (ticket, { t }) => t(`words:kind.${ticket.kind}`)),
  text("item", "minmax(96px, 1fr)", (ticket) => ticket.item),
  text("stage", "minmax(90px, 1fr)", (ticket) => ticket.stage),
  text("category", "minmax(90px, 1fr)", (ticket) => ticket.category),
  text("location", "minmax(90px, 1fr)", (ticket) => ticket.location),
  text("channel", "90px", (ticket) => ticket.channel),
  text("impact", "100px", (ticket) => ticket.impact),
  text("urgency", "90px", (ticket) => ticket.urgency),
  text("tags", "minmax(90px, 1fr)", (ticket) => ticket.tags.join(", ")),
  { ...text("created_at", "minmax(120px, 1fr)", ({ created_at: at }, { time }) => timed(at, time.moment(at), time)), sort: "created_at" },
  { ...text("updated_at", "minmax(96px, 1fr)", ({ updated_at: at }, { time, now }) => timed(at, time.relative(at, Math.max(now, Date.parse(at))), time)), sort: "updated_at" },
];

export const columnOf = (name: string) => columns.find((column) => column.name === name);

const gap = 12;
const box = 40;

/** How the columns share the width of the list, and the width below which it is pushed aside. */
export function layout(shown: Column[]): { template: string; least: number } {
  const widths = shown.map(({ width }) => Number(/\d+/.exec(width)?.[0]));
  return {
    template: `${box}px ${shown.map(({ width }) => width).join(" ")}`,
    least: box + gap + widths.reduce((sum, width) => sum + width + gap, 0),
  };
}

/** What an export calls it; the countdown is a time there. */
export const exported = (name: string) => (name === "due" ? "resolve_due" : name);

const timed = (at: string, said: string, time: Time) => (
  <time dateTime={at} title={time.full(at)}>
    {said}
  </time>
);

export function StatusTag({ status }: { status: Ticket["status"] }) {
  return statusOf(status, useSaid());
}

// Not the tag of antd: it takes as long to draw as all the rest of a row.
export const statusOf = (status: Ticket["status"], { t }: Said) => <span className={`sign sign-${status}`}>{t(`words:status.${status}`)}</span>;

export function Priority({ value }: { value: string }) {
  return <span className={`priority priority-${/^\w+$/.test(value) ? value : "other"}`}>{value}</span>;
}

/** The row is what the keyboard walks over, and what opens the ticket; the link is for a new tab. */
export function NumberLink({ number }: { number: string }) {
  return (
    <a href={`/desk/${number}`} tabIndex={-1}>
      {number}
    </a>
  );
}

const titleOf = (ticket: Ticket, said: Said) => (
  <>
    {marksOf(ticket, said)}
    {ticket.title}
  </>
);

/** What must not be overlooked, before the title. */
export function Marks({ ticket }: { ticket: Ticket }) {
  return marksOf(ticket, useSaid());
}

export function marksOf({ flags, restricted_to: group }: Ticket, { t }: Said) {
  return (
    <>
      {flags.vip && <Mark icon={<CrownOutlined aria-hidden />} word={t("desk:mark.vip")} />}
      {group && <Mark icon={<LockOutlined aria-hidden />} word={t("desk:mark.restricted", { group })} />}
      {flags.stuck && <Mark icon={<WarningOutlined aria-hidden />} word={t("desk:mark.stuck")} />}
      {flags.on_hold && <span className="sign">{t("desk:mark.onHold")}</span>}
      {flags.cancelling && <span className="sign">{t("desk:mark.cancelling")}</span>}
    </>
  );
}

function Mark({ icon, word }: { icon: ReactNode; word: string }) {
  return (
    <span className="mark" title={word}>
      {icon}
      <span className="unseen">{word}. </span>
    </span>
  );
}
