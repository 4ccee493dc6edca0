import { cellOf, cellsOf, closed, textOf, type Csv, type Row } from "./csv";

// A list as a table: its first line names the columns, and rows are counted from
// the line below it. Every change gives a new list; lines that it is not about
// stay as they are in the file.

export interface Change {
  row: number;
  column: number;
  text: string;
}

export const rowCount = ({ rows }: Csv) => Math.max(0, rows.length - 1);

/** As wide as the widest line: what is too much in one is to be seen as well. */
export const widthOf = ({ rows }: Csv) => rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);

/** Names of the columns, without the spaces around them, as the desk reads them. */
export function columnsOf(csv: Csv): string[] {
  const names = csv.rows[0]?.cells ?? [];
  return Array.from({ length: widthOf(csv) }, (_, at) => textOf(names[at] ?? "").trim());
}

export const cellAt = ({ rows }: Csv, row: number, column: number) => textOf(rows[row + 1]?.cells[column] ?? "");

export const textsAt = ({ rows }: Csv, row: number) => (rows[row + 1]?.cells ?? []).map(textOf);

export function withCells(csv: Csv, changes: Change[]): Csv {
  const width = csv.rows[0]?.cells.length ?? 0;
  const byRow = new Map<number, Change[]>();
  for (const change of changes) {
    if (cellAt(csv, change.row, change.column) === change.text) continue;
    byRow.set(change.row + 1, [...(byRow.get(change.row + 1) ?? []), change]);
  }
  if (byRow.size === 0) return csv;
  const rows = csv.rows.map((row, at) => {
    const own = byRow.get(at);
    if (!own) return row;
    // A line that lacks cells is whole once somebody writes in it.
    const cells = padded(row.cells, Math.max(width, ...own.map(({ column }) => column + 1)));
    for (const { column, text } of own) cells[column] = cellOf(text);
    return { ...row, cells: cellsOf(cells) };
  });
  return ended(csv, rows);
}

/** New rows above the row `at`, or below the last. */
export function withRows(csv: Csv, at: number, texts: string[][]): Csv {
  const width = csv.rows[0]?.cells.length ?? 0;
  const added = texts.map((row): Row => ({ lead: "", cells: cellsOf(padded(row.map(cellOf), width)), end: csv.eol }));
  return ended(csv, csv.rows.toSpliced(at + 1, 0, ...added));
}

export function withoutRows(csv: Csv, rows: number[]): Csv {
  const gone = new Set(rows.map((row) => row + 1));
  return ended(csv, csv.rows.filter((_, at) => !gone.has(at)));
}

/** The rows from `first` to `last` change places with the one above or below them. */
export function movedRows(csv: Csv, first: number, last: number, by: 1 | -1): Csv {
  const neighbour = by < 0 ? first - 1 : last + 1;
  const passed = csv.rows[neighbour + 1];
  if (neighbour < 0 || !passed) return csv;
  const without = csv.rows.toSpliced(neighbour + 1, 1);
  return ended(csv, without.toSpliced(by < 0 ? last + 1 : first + 1, 0, passed));
}

/** A new column, the last one. */
export function withColumn(csv: Csv, name: string): Csv {
  const width = widthOf(csv);
  if (csv.rows.length === 0) return ended(csv, [{ lead: "", cells: cellsOf([cellOf(name)]), end: csv.eol }]);
  const rows = csv.rows.map((row, at) => ({ ...row, cells: [...padded(row.cells, width), at === 0 ? cellOf(name) : ""] }));
  return ended(csv, rows);
}

export function renamedColumn(csv: Csv, column: number, name: string): Csv {
  return withCells(csv, [{ row: -1, column, text: name }]);
}

export function withoutColumn(csv: Csv, column: number): Csv {
  const rows = csv.rows.map((row) => (column < row.cells.length ? { ...row, cells: cellsOf(row.cells.toSpliced(column, 1)) } : row));
  // Of a line whose only cell was the one too many, nothing is left.
  return ended(csv, rows.filter(({ cells }) => cells.length > 0));
}

export interface Pasted {
  csv: Csv;
  /** How many cells of a row stood beyond the last column, and were left out. */
  cut: number;
}

/**
 * Cells from elsewhere, filled in from a column on into the rows given, one after
 * the other; what is left over comes into new rows below the last.
 */
export function pasted(csv: Csv, rows: number[], column: number, cells: string[][]): Pasted {
  const width = widthOf(csv);
  const fitting = cells.map((row) => row.slice(0, Math.max(0, width - column)));
  const cut = Math.max(0, ...cells.map((row, at) => row.length - (fitting[at]?.length ?? 0)));
  const changes = fitting.slice(0, rows.length).flatMap((row, at) => row.map((text, to) => ({ row: rows[at] as number, column: column + to, text })));
  const more = fitting.slice(rows.length).map((row) => [...Array<string>(column).fill(""), ...row]);
  const filled = withCells(csv, changes);
  return { csv: more.length > 0 ? withRows(filled, rowCount(filled), more) : filled, cut };
}

/** Rows in which each word is found, in any cell. */
export function rowsWith(csv: Csv, words: string): number[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Array.from({ length: rowCount(csv) }, (_, row) => row);
  if (wanted.length === 0) return all;
  return all.filter((row) => {
    const text = textsAt(csv, row).join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function padded(cells: readonly string[], width: number): string[] {
  return [...cells.map(closed), ...Array<string>(Math.max(0, width - cells.length)).fill("")];
}

/** Each line ends, the last one if it did before. */
function ended(csv: Csv, rows: Row[]): Csv {
  const last = rows.length - 1;
  const right = (row: Row, at: number) => {
    const end = at === last && !csv.isClosed ? "" : row.end || csv.eol;
    return end === row.end ? row : { ...row, cells: row.cells.map(closed), end };
  };
  return { ...csv, rows: rows.map(right) };
}
