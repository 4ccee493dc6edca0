import CrownOutlined from "@ant-design/icons/CrownOutlined";
import LockOutlined from "@ant-design/icons/LockOutlined";
import WarningOutlined from "@ant-design/icons/WarningOutlined";
import { Tag } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Go } from "../../../shell/Go";
import { Ago, Moment } from "../../../time/Moment";
import { Due } from "./Due";
import type { Ticket } from "./useTicketList";

export interface Column {
  name: string;
  /** Width as CSS grid has it. */
  width: string;
  /** What `sort` calls it, where the server sorts by it. */
  sort?: string;
  cell: (ticket: Ticket) => ReactNode;
}

const text = (name: string, width: string, cell: (ticket: Ticket) => ReactNode): Column => ({ name, width, cell });

/** The columns that can be shown; all but `due` are named as an export names them. */
export const columns: Column[] = [
  text("number", "92px", (ticket) => <NumberLink ticket={ticket} />),
  text("title", "minmax(150px, 3fr)", (ticket) => <Title ticket={ticket} />),
  text("status", "92px", (ticket) => <StatusTag status={ticket.status} />),
  { ...text("priority", "70px", (ticket) => <Priority value={ticket.priority} />), sort: "priority" },
  { ...text("due", "minmax(172px, 216px)", (ticket) => <Due ticket={ticket} />), sort: "resolve_due" },
  text("requester", "minmax(96px, 1fr)", (ticket) => ticket.requester.name),
  text("requested_for", "minmax(96px, 1fr)", (ticket) => ticket.requested_for.name),
  text("assignee", "minmax(96px, 1fr)", (ticket) => ticket.assignee?.name),
  text("group", "minmax(96px, 1fr)", (ticket) => ticket.group),
  text("owner", "minmax(96px, 1fr)", (ticket) => ticket.owner?.name),
  text("headline", "minmax(200px, 3fr)", (ticket) => ticket.headline),
  text("kind", "100px", (ticket) => <KindWord kind={ticket.kind} />),
  text("item", "minmax(96px, 1fr)", (ticket) => ticket.item),
  text("stage", "minmax(90px, 1fr)", (ticket) => ticket.stage),
  text("category", "minmax(90px, 1fr)", (ticket) => ticket.category),
  text("location", "minmax(90px, 1fr)", (ticket) => ticket.location),
  text("channel", "90px", (ticket) => ticket.channel),
  text("impact", "100px", (ticket) => ticket.impact),
  text("urgency", "90px", (ticket) => ticket.urgency),
  text("tags", "minmax(90px, 1fr)", (ticket) => ticket.tags.join(", ")),
  { ...text("created_at", "minmax(120px, 1fr)", (ticket) => <Moment at={ticket.created_at} />), sort: "created_at" },
  { ...text("updated_at", "minmax(96px, 1fr)", (ticket) => <Ago at={ticket.updated_at} />), sort: "updated_at" },
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

const hues: Record<string, string> = { new: "blue", accepted: "cyan", assigned: "geekblue", escalated: "volcano", resolved: "green" };

export function StatusTag({ status }: { status: Ticket["status"] }) {
  const { t } = useTranslation("words");
  const hue = hues[status];
  return <Tag {...(hue ? { color: hue } : {})}>{t(`status.${status}`)}</Tag>;
}

function KindWord({ kind }: { kind: Ticket["kind"] }) {
  const { t } = useTranslation("words");
  return t(`kind.${kind}`);
}

export function Priority({ value }: { value: string }) {
  return <span className={`priority priority-${/^\w+$/.test(value) ? value : "other"}`}>{value}</span>;
}

function NumberLink({ ticket }: { ticket: Ticket }) {
  // The row is what the keyboard walks over; the link is for the pointer and for a new tab.
  return (
    <Go to={`/desk/${ticket.number}`} tabIndex={-1}>
      {ticket.number}
    </Go>
  );
}

function Title({ ticket }: { ticket: Ticket }) {
  return (
    <>
      <Marks ticket={ticket} />
      {ticket.title}
    </>
  );
}

/** What must not be overlooked, before the title. */
export function Marks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("desk");
  const { flags } = ticket;
  return (
    <>
      {flags.vip && <Mark icon={<CrownOutlined aria-hidden />} word={t("mark.vip")} />}
      {ticket.restricted_to && <Mark icon={<LockOutlined aria-hidden />} word={t("mark.restricted", { group: ticket.restricted_to })} />}
      {flags.stuck && <Mark icon={<WarningOutlined aria-hidden />} word={t("mark.stuck")} />}
      {flags.on_hold && <Tag>{t("mark.onHold")}</Tag>}
      {flags.cancelling && <Tag>{t("mark.cancelling")}</Tag>}
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
