import WarningFilled from "@ant-design/icons/WarningFilled";
import type { MouseEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { isIn, type Area, type Place } from "./cursor";

export const cellId = ({ row, column }: Place) => `list-cell-${row}-${column}`;

interface Props {
  /** The place among the rows that are shown. */
  row: number;
  /** As a spreadsheet counts: the names of the columns are row 1. */
  number: number;
  texts: string[];
  columns: string[];
  template: string;
  height: number;
  area: Area;
  /** The column that has the cursor, where it is in this row. */
  at: number | undefined;
  /** The cell that is being written in, where it is the one at the cursor. */
  editor: ReactNode;
  /** What was found here. */
  told: string[];
  isFaulty: boolean;
  onCell: (place: Place, event: MouseEvent) => void;
  onEdit: (place: Place) => void;
}

/** One row of a list. */
export function ListRow({ row, number, texts, columns, template, height, area, at, editor, told, isFaulty, onCell, onEdit }: Props) {
  const { t } = useTranslation("lists");
  const look = ["list-row", isFaulty && "list-row-faulty", told.length > 0 && !isFaulty && "list-row-doubtful", editor && "list-row-open"];
  return (
    <div
      role="row"
      aria-rowindex={row + 2}
      className={look.filter(Boolean).join(" ")}
      style={{ height, transform: `translateY(${row * height}px)`, gridTemplateColumns: template }}
    >
      <span role="rowheader" className="list-number" title={told.join("\n") || undefined}>
        {told.length > 0 && <WarningFilled aria-hidden />}
        {number}
        {told.length > 0 && <span className="unseen">{t("told", { findings: told.join("; ") })}</span>}
      </span>
      {columns.map((_, column) => {
        const place = { row, column };
        const isAt = column === at;
        const marks = ["list-cell", isIn(area, place) && "list-cell-in", isAt && "list-cell-at"];
        return (
          <span
            key={column}
            id={cellId(place)}
            role="gridcell"
            aria-colindex={column + 2}
            aria-selected={isIn(area, place)}
            className={marks.filter(Boolean).join(" ")}
            onClick={(event) => onCell(place, event)}
            onDoubleClick={() => onEdit(place)}
          >
            {isAt && editor ? editor : <span className="list-text">{oneLine(texts[column] ?? "")}</span>}
          </span>
        );
      })}
    </div>
  );
}

/** Breaks are seen, and a row stays one line high. */
const oneLine = (text: string) => text.replace(/\r\n|\n|\r/g, " ⏎ ");
