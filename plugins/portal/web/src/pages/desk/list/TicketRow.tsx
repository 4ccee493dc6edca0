import { memo, type MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { Go } from "../../../shell/Go";
import { comeNear } from "../../../shell/near";
import { Marks, Priority, StatusTag, type Column } from "./columns";
import { Due } from "./Due";
import type { Ticket } from "./useTicketList";

interface Props {
  index: number;
  /** Not there while its page is on the way. */
  ticket: Ticket | undefined;
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
  const { t } = useTranslation("desk");
  const { index, ticket, height } = props;
  const place = { height, transform: `translateY(${index * height}px)` };
  if (!ticket) {
    return (
      <div role="row" aria-rowindex={index + 2} className="desk-row desk-row-coming" style={place}>
        <span role="gridcell">{t("coming")}</span>
      </div>
    );
  }
  const look = ["desk-row", props.isAt && "desk-row-at", props.isSelected && "desk-row-selected", props.hasLeft && "desk-row-left"];
  const click = (event: MouseEvent) => {
    const target = event.target as HTMLElement;
    // Links and boxes in the row do what they are for.
    if (target.closest("input, label")) return;
    props.onAt(index);
    if (target.closest("a")) return;
    if (event.shiftKey || event.ctrlKey || event.metaKey) props.onSelect(index, event.shiftKey);
    else props.onOpen(index);
  };
  const box = (
    <label className="desk-check">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t("select", { number: ticket.number })}
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
      onPointerDown={() => comeNear(`/desk/${ticket.number}`)}
      onClick={click}
    >
      <span role="gridcell">{box}</span>
      {props.isNarrow ? (
        <span role="gridcell" className="desk-card">
          <span className="desk-card-line">
            <Go to={`/desk/${ticket.number}`} tabIndex={-1}>
              {ticket.number}
            </Go>
            <Priority value={ticket.priority} />
            <StatusTag status={ticket.status} />
          </span>
          <span className="desk-cut">
            <Marks ticket={ticket} />
            {ticket.title}
          </span>
          <span className="desk-cut quiet">
            <Due ticket={ticket} /> · {ticket.requested_for.name}
          </span>
        </span>
      ) : (
        props.columns.map((column) => (
          <span key={column.name} role="gridcell" className="desk-cut">
            {column.cell(ticket) ?? ""}
            {column.name === "title" && props.hasLeft && <span className="desk-left"> {t("hasLeft")}</span>}
          </span>
        ))
      )}
    </div>
  );
});
