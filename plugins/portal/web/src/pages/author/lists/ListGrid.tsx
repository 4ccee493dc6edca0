import { useEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { useWindow } from "../../desk/list/useWindow";
import { CellEditor, type Onward } from "./CellEditor";
import type { Csv } from "./csv";
import { areaOf, moved, within, type Cursor, type Place } from "./cursor";
import { numberOf } from "./list-findings";
import { layoutOf } from "./list-layout";
import { cellId, ListRow } from "./ListRow";
import { cellAt, textsAt } from "./table";

/** What was found at a row, by its number. */
export interface Marks {
  texts: string[];
  isFaulty: boolean;
}

interface Props {
  label: string;
  csv: Csv;
  columns: string[];
  /** The rows that a search has left, all without one. */
  shown: number[];
  cursor: Cursor;
  onCursor: (cursor: Cursor) => void;
  marks: ReadonlyMap<number, Marks>;
  readOnly: boolean;
  heads: ReactNode[];
  /** A cell is written; where to go on from there. */
  onWrite: (place: Place, text: string | undefined, onward: Onward) => void;
  onClear: () => void;
  onPaste: (text: string) => void;
  /** What is selected, as a spreadsheet takes it. */
  copied: () => string;
  onMove: (by: 1 | -1) => void;
  onUndo: (() => void) | undefined;
  onRedo: (() => void) | undefined;
}

const rowHeight = 38;
const headHeight = 40;

/** A list as a table: only the rows in view are drawn, whatever their number. */
export function ListGrid(props: Props) {
  const { t } = useTranslation("lists");
  const { csv, columns, shown, cursor, readOnly } = props;
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const [written, setWritten] = useState<string>();
  const { first, end, show } = useWindow(box, shown.length, rowHeight, headHeight);
  const { template, least } = layoutOf(csv, columns.length);
  const at = within(cursor.at, shown.length, columns.length);
  const area = areaOf({ at, from: within(cursor.from, shown.length, columns.length) });
  const isThere = shown.length > 0 && columns.length > 0;

  // Whoever goes there sees it, also where one was there already and has scrolled away.
  useEffect(() => {
    show(at.row);
    const cell = box?.querySelector(`#${cellId(at)}`);
    if (box && cell) uncover(box, cell as HTMLElement);
  }, [box, cursor, show]);

  const edit = (text: string) => {
    // The field has the focus before the key comes to its letter, so that the letter, or a composition, goes into it.
    if (!isThere || readOnly) return;
    show(at.row);
    flushSync(() => setWritten(text));
  };
  const done = (text: string | undefined, onward: Onward, isLost: boolean) => {
    setWritten(undefined);
    if (!isLost) box?.focus({ preventScroll: true });
    props.onWrite(at, text, onward);
  };

  const key = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const isFar = event.ctrlKey || event.metaKey;
    if (event.altKey) {
      if (readOnly || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
      props.onMove(event.key === "ArrowUp" ? -1 : 1);
    } else if (isFar && event.key.toLowerCase() === "z") (event.shiftKey ? props.onRedo : props.onUndo)?.();
    else if (isFar && event.key.toLowerCase() === "y") props.onRedo?.();
    else if (isFar && event.key.toLowerCase() === "a") props.onCursor({ from: { row: 0, column: 0 }, at: { row: shown.length - 1, column: columns.length - 1 } });
    else if (event.key === "Enter" || event.key === "F2") edit(cellAt(csv, shown[at.row] ?? 0, at.column));
    else if ((event.key === "Delete" || event.key === "Backspace") && !readOnly) props.onClear();
    else if (!isFar && (event.key.length === 1 || event.key === "Process")) return edit("");
    else {
      const page = Math.max(1, Math.floor((box?.clientHeight ?? 0) / rowHeight) - 2);
      const next = moved(at, { key: event.key, isFar }, shown.length, columns.length, page);
      if (!next) return;
      props.onCursor({ at: next, from: event.shiftKey ? cursor.from : next });
    }
    event.preventDefault();
  };
  const cell = (place: Place, event: MouseEvent) => {
    if ((event.target as HTMLElement).closest("textarea")) return;
    const isHere = place.row === at.row && place.column === at.column && cursor.at.row >= 0;
    if (event.shiftKey) props.onCursor({ at: place, from: cursor.from });
    else if (isHere && wasAt.current) open(place);
    else props.onCursor({ at: place, from: place });
    wasAt.current = true;
  };
  // The first tap says where one is; only the second one opens the cell.
  const wasAt = useRef(false);
  const open = ({ row, column }: Place) => written === undefined && edit(cellAt(csv, shown[row] ?? 0, column));

  // Copying and pasting go to where the text's own selection is, and the table has none.
  const latest = useRef(props);
  latest.current = props;
  useEffect(() => {
    if (!box) return;
    const clip = (event: ClipboardEvent) => {
      if (document.activeElement !== box) return;
      event.preventDefault();
      const { readOnly: isFixed, onPaste, copied, onClear } = latest.current;
      if (event.type !== "paste") event.clipboardData?.setData("text/plain", copied());
      else if (!isFixed) onPaste(event.clipboardData?.getData("text/plain") ?? "");
      if (event.type === "cut" && !isFixed) onClear();
    };
    const kinds = ["copy", "cut", "paste"] as const;
    kinds.forEach((kind) => document.addEventListener(kind, clip));
    return () => kinds.forEach((kind) => document.removeEventListener(kind, clip));
  }, [box]);

  const inView = Array.from({ length: end - first }, (_, offset) => first + offset);
  // The cell that is being written in stays, wherever the table is scrolled to.
  const drawn = written !== undefined && !inView.includes(at.row) ? [...inView, at.row] : inView;
  return (
    <div
      ref={setBox}
      className="list-grid"
      role="grid"
      aria-label={props.label}
      aria-readonly={readOnly}
      aria-multiselectable
      aria-rowcount={shown.length + 1}
      aria-colcount={columns.length + 1}
      aria-activedescendant={isThere && written === undefined && drawn.includes(at.row) ? cellId(at) : undefined}
      tabIndex={0}
      onKeyDown={key}
    >
      <div role="rowgroup" className="list-head" style={{ minWidth: least }}>
        <div role="row" aria-rowindex={1} className="list-row list-names" style={{ height: headHeight, gridTemplateColumns: template }}>
          <span role="columnheader" className="list-number" aria-label={t("rowNumber")} />
          {props.heads}
        </div>
      </div>
      <div role="rowgroup" style={{ height: shown.length * rowHeight, position: "relative", minWidth: least }}>
        {drawn.map((row) => {
          const number = numberOf(shown[row] ?? 0);
          const isHere = row === at.row;
          return (
            <ListRow
              key={row}
              row={row}
              number={number}
              texts={textsAt(csv, shown[row] ?? 0)}
              columns={columns}
              template={template}
              height={rowHeight}
              area={area}
              at={isHere ? at.column : undefined}
              editor={
                isHere && written !== undefined ? (
                  <CellEditor
                    label={t("cell", { column: columns[at.column] || t("unnamed"), number })}
                    text={written}
                    onDone={done}
                    onPaste={(text) => (setWritten(undefined), box?.focus({ preventScroll: true }), props.onPaste(text))}
                  />
                ) : undefined
              }
              told={props.marks.get(number)?.texts ?? []}
              isFaulty={props.marks.get(number)?.isFaulty ?? false}
              onCell={cell}
              onEdit={open}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Brings a cell out from behind the edges and the row numbers. */
function uncover(box: HTMLElement, cell: HTMLElement): void {
  const numbers = 56;
  if (cell.offsetLeft - numbers < box.scrollLeft) box.scrollLeft = cell.offsetLeft - numbers;
  else if (cell.offsetLeft + cell.offsetWidth > box.scrollLeft + box.clientWidth) box.scrollLeft = cell.offsetLeft + cell.offsetWidth - box.clientWidth;
}
