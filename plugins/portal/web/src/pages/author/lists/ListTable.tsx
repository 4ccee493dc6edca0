import { App, Input } from "antd";
import { useImperativeHandle, useMemo, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { ColumnHead } from "./ColumnHead";
import type { Onward } from "./CellEditor";
import { readCells, writeCells } from "./clipboard";
import { writeCsv, type Csv } from "./csv";
import { areaOf, within, type Cursor, type Place } from "./cursor";
import { ListGrid, type Marks } from "./ListGrid";
import { ListTools } from "./ListTools";
import { cellAt, columnsOf, movedRows, pasted, rowCount, rowsWith, withCells, withoutRows, withRows } from "./table";
import type { History } from "./useHistory";

export interface ListHandle {
  /** To a row, and out of a search that does not show it. */
  goTo: (row: number) => void;
}

interface Props {
  ref: Ref<ListHandle>;
  name: string;
  csv: Csv;
  history: History;
  marks: ReadonlyMap<number, Marks>;
  readOnly: boolean;
}

const start: Cursor = { at: { row: 0, column: 0 }, from: { row: 0, column: 0 } };

/** A list that is written in: its tools, its search and its rows. */
export function ListTable({ ref, name, csv, history, marks, readOnly }: Props) {
  const { t } = useTranslation("lists");
  const { message } = App.useApp();
  const [words, setWords] = useState("");
  const [cursor, setCursor] = useState(start);
  const frame = useRef<HTMLDivElement>(null);
  const count = rowCount(csv);
  const columns = useMemo(() => columnsOf(csv), [csv]);

  // What was found stays while one writes in it, and is sought anew when rows come or go.
  const latest = useRef(csv);
  latest.current = csv;
  const shown = useMemo(() => rowsWith(latest.current, words), [words, count]);
  const isSearch = words.trim() !== "";

  const change = (next: Csv) => history.change(writeCsv(next));
  const to = (place: Place) => setCursor({ at: place, from: place });
  const at = within(cursor.at, shown.length, columns.length);
  const area = areaOf({ at, from: within(cursor.from, shown.length, columns.length) });
  const rows = shown.slice(area.top, area.bottom + 1);
  const toGrid = () => frame.current?.querySelector<HTMLElement>("[role=grid]")?.focus();
  // A tool that has nothing more to do would take the focus with it; in the table keys go on.
  const thenToGrid = (act: (() => void) | undefined) => act && (() => (act(), toGrid()));

  const goTo = (row: number) => {
    if (!shown.includes(row)) setWords("");
    to({ row: shown.includes(row) ? shown.indexOf(row) : row, column: 0 });
    toGrid();
  };
  useImperativeHandle(ref, () => ({ goTo }));

  const search = (next: string) => {
    setWords(next);
    setCursor(start);
  };
  const add = () => {
    const below = rows.length > 0 ? (rows.at(-1) as number) + 1 : count;
    change(withRows(csv, below, [[]]));
    setWords("");
    to({ row: below, column: 0 });
  };
  const move = (by: 1 | -1) => {
    const neighbour = by < 0 ? area.top - 1 : area.bottom + 1;
    if (isSearch || neighbour < 0 || neighbour >= count) return;
    change(movedRows(csv, area.top, area.bottom, by));
    setCursor({ at: { ...at, row: at.row + by }, from: { ...cursor.from, row: cursor.from.row + by } });
  };
  const remove = () => {
    change(withoutRows(csv, rows));
    to({ row: area.top, column: at.column });
  };
  const write = (place: Place, text: string | undefined, onward: Onward) => {
    const row = shown[place.row];
    if (row === undefined) return;
    const next = text === undefined ? csv : withCells(csv, [{ row, column: place.column, text }]);
    const isLast = place.row === shown.length - 1;
    const isEnd = place.column === columns.length - 1;
    // From the last cell of all one goes on into a new row.
    const grows = onward === "next" && isEnd && isLast && !isSearch;
    if (next !== csv || grows) change(grows ? withRows(next, count, [[]]) : next);
    const onwards: Record<Onward, Place | undefined> = {
      stay: undefined,
      down: { ...place, row: place.row + 1 },
      up: { ...place, row: place.row - 1 },
      next: isEnd ? { row: place.row + 1, column: 0 } : { ...place, column: place.column + 1 },
      back: place.column === 0 ? { row: place.row - 1, column: columns.length - 1 } : { ...place, column: place.column - 1 },
    };
    const go = onwards[onward];
    if (go) to(go.row < 0 ? place : grows ? go : within(go, shown.length, columns.length));
  };
  const clear = () => {
    const width = area.right - area.left + 1;
    change(withCells(csv, rows.flatMap((row) => Array.from({ length: width }, (_, column) => ({ row, column: area.left + column, text: "" })))));
  };
  const paste = (text: string) => {
    if (text === "" || columns.length === 0) return;
    const cells = readCells(text);
    const { csv: next, cut } = pasted(csv, shown.slice(area.top), area.left, cells);
    change(next);
    if (cut > 0) void message.warning(t("cut", { count: cut }));
    // Rows that are new are seen, whatever was sought.
    if (rowCount(next) > count && isSearch) setWords("");
    else setCursor({ from: { row: area.top, column: area.left }, at: { row: area.top + cells.length - 1, column: Math.min(columns.length, area.left + Math.max(...cells.map(({ length }) => length))) - 1 } });
  };
  const copied = () => writeCells(rows.map((row) => columns.slice(area.left, area.right + 1).map((_, column) => cellAt(csv, row, area.left + column))));

  return (
    <div ref={frame} className="list-table">
      <div className="list-bar">
        <Input type="search" className="list-search" aria-label={t("search")} placeholder={t("search")} allowClear value={words} onChange={({ target }) => search(target.value)} />
        <span role="status" className="quiet">
          {isSearch ? t("found", { found: shown.length, count }) : t("rows", { count })}
        </span>
      </div>
      {!readOnly && (
        <ListTools
          csv={csv}
          columns={columns}
          onChange={change}
          onAdd={thenToGrid(add)}
          onRemove={rows.length > 0 ? thenToGrid(remove) : undefined}
          selected={rows.length}
          onUp={isSearch || area.top === 0 ? undefined : thenToGrid(() => move(-1))}
          onDown={isSearch || area.bottom >= count - 1 ? undefined : thenToGrid(() => move(1))}
          onUndo={thenToGrid(history.undo)}
          onRedo={thenToGrid(history.redo)}
        />
      )}
      <ListGrid
        label={t("listNamed", { name })}
        csv={csv}
        columns={columns}
        shown={shown}
        cursor={cursor}
        onCursor={setCursor}
        marks={marks}
        readOnly={readOnly}
        heads={columns.map((_, column) => (
          <ColumnHead key={column} csv={csv} columns={columns} column={column} onChange={readOnly ? undefined : change} />
        ))}
        onWrite={write}
        onClear={clear}
        onPaste={paste}
        copied={copied}
        onMove={move}
        onUndo={readOnly ? undefined : history.undo}
        onRedo={readOnly ? undefined : history.redo}
      />
      {shown.length === 0 && <p className="quiet">{isSearch ? t("noRowFits") : t("noRows")}</p>}
      {!readOnly && <p className="quiet list-keys">{t("keys")}</p>}
    </div>
  );
}
