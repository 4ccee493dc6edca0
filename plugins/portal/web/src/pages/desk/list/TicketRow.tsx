import { memo, type MouseEvent } from "react";
import { goAway, stayNear } from "../../../shell/near";
import { marksOf, NumberLink, Priority, statusOf, type Column } from "./columns";
import { dueOf } from "./Due";
import type { Said } from "./said";
import type { Ticket } from "./useTicketList";

interface Props {
  index: number;
  /** Not there while its page is on the way. */
  ticket: Ticket | undefined;
  said: Said;
  columns: Column[];
  template: string;
  height: number;
  isNarrow: boolean;
  isAt: boolean;
  isSelected: boolean;
  hasLeft: boolean;
  onAt: (index: number) => void;
  onSelect: (index: number, range: boolean) => void;
  onOpen: (index: number) => void;
}

/** One ticket of the list; on a phone three lines instead of columns. */
export const TicketRow = memo(function TicketRow(props: Props) {
  const { index, ticket, height, said } = props;
  const { t } = said;
  const place = { height, transform: `translateY(${index * height}px)` };
  if (!ticket) {
    return (
      <div role="row" aria-rowindex={index + 2} className="desk-row desk-row-coming" style={place}>
        <span role="gridcell">{t("desk:coming")}</span>
      </div>
    );
  }
  const look = ["desk-row", props.isAt && "desk-row-at", props.isSelected && "desk-row-selected", props.hasLeft && "desk-row-left"];
  const click = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    // Boxes in the row do what they are for, and links with a key held down, too.
    if (target.closest("input, label")) return;
    props.onAt(index);
    const isHeld = event.shiftKey || event.ctrlKey || event.metaKey;
    if (target.closest("a")) {
      if (isHeld || event.altKey) return;
      event.preventDefault();
    }
    if (isHeld) props.onSelect(index, event.shiftKey);
    else props.onOpen(index);
  };
  const box = (
    <label className="desk-check">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t("desk:select", { number: ticket.number })}
        checked={props.isSelected}
        onChange={(event) => props.onSelect(index, (event.nativeEvent as unknown as MouseEvent).shiftKey)}
      />
    </label>
  );
  return (
    <div
      role="row"
      id={`desk-row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={props.isSelected}
      className={look.filter(Boolean).join(" ")}
      style={{ ...place, gridTemplateColumns: props.isNarrow ? undefined : props.template }}
      onPointerEnter={() => stayNear(`/desk/${ticket.number}`)}
      onPointerLeave={goAway}
      onClick={click}
    >
      <span role="gridcell">{box}</span>
      {props.isNarrow ? (
        <span role="gridcell" className="desk-card">
          <span className="desk-card-line">
            <NumberLink number={ticket.number} />
            <Priority value={ticket.priority} />
            {statusOf(ticket.status, said)}
          </span>
          <span className="desk-cut">
            {marksOf(ticket, said)}
            {ticket.title}
          </span>
          <span className="desk-cut quiet">
            {dueOf(ticket, said)} · {ticket.requested_for.name}
          </span>
        </span>
      ) : (
        props.columns.map((column) => (
          <span key={column.name} role="gridcell" className="desk-cut">
            {column.cell(ticket, said) ?? ""}
            {column.name === "title" && props.hasLeft && <span className="desk-left"> {t("desk:hasLeft")}</span>}
          </span>
        ))
      )}
    </div>
  );
});
