// Lists are CSV files as RFC 4180 has them, read as forgivingly as the desk reads
// them. A cell keeps the text that stands for it in the file, quotes and all: what
// nobody touches is written back byte for byte.

export interface Row {
  /** Blank lines above, which the desk passes over. */
  lead: string;
  /** The cells as they stand in the file. */
  cells: readonly string[];
  /** How the line ends; nothing where the file does. */
  end: string;
}

export interface Csv {
  /** A byte order mark before the first cell: no part of its text. */
  mark: string;
  /** The first names the columns. */
  rows: readonly Row[];
  /** Blank lines below the last row. */
  tail: string;
  /** How new lines end. */
  eol: string;
  /** Whether the last line has an end. */
  isClosed: boolean;
}

export const byteOrderMark = "\uFEFF";

export function readCsv(text: string, separator = ","): Csv {
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  const rows: Row[] = [];
  let at = mark.length;
  let tail = "";
  while (at < text.length) {
    const above = at;
    while (isBreak(text[at])) at++;
    const lead = text.slice(above, at);
    if (at === text.length) {
      tail = lead;
      break;
    }
    const cells: string[] = [];
    for (;;) {
      const end = endOfCell(text, at, separator);
      cells.push(text.slice(at, end));
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    const end = breakAt(text, at);
    at += end.length;
    rows.push({ lead, cells, end });
  }
  const eol = rows.find(({ end }) => end !== "")?.end ?? "\n";
  return { mark, rows, tail, eol, isClosed: rows.at(-1)?.end !== "" };
}

export function writeCsv({ mark, rows, tail }: Csv): string {
  return mark + rows.map(({ lead, cells, end }) => lead + cells.join(",") + end).join("") + tail;
}

/** What a cell says. */
export function textOf(cell: string): string {
  if (cell[0] !== '"') return cell;
  let text = "";
  let at = 1;
  for (;;) {
    const quote = cell.indexOf('"', at);
    if (quote < 0) return text + cell.slice(at);
    text += cell.slice(at, quote);
    if (cell[quote + 1] !== '"') return text + cell.slice(quote + 1);
    text += '"';
    at = quote + 2;
  }
}

/** How a text stands in a file, in quotes only where it has to. */
export function cellOf(text: string): string {
  return /[",\r\n]|^\uFEFF/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The same cell where another may follow: quotes that nobody closed would take it in. */
export function closed(cell: string): string {
  return /^"(?:[^"]|"")*$/.test(cell) ? cellOf(textOf(cell)) : cell;
}

/** A line of one empty cell would be a blank line, and passed over. */
export function cellsOf(cells: string[]): string[] {
  return cells.length === 1 && cells[0] === "" ? ['""'] : cells;
}

function endOfCell(text: string, begin: number, separator: string): number {
  let at = begin;
  if (text[at] === '"') {
    at++;
    for (;;) {
      const quote = text.indexOf('"', at);
      // Quotes that nobody closes go on to the end of the file.
      if (quote < 0) return text.length;
      at = quote + 1;
      if (text[at] !== '"') break;
      at++;
    }
  }
  while (at < text.length && text[at] !== separator && !isBreak(text[at])) at++;
  return at;
}

const isBreak = (sign: string | undefined) => sign === "\n" || sign === "\r";

function breakAt(text: string, at: number): string {
  if (text.startsWith("\r\n", at)) return "\r\n";
  return isBreak(text[at]) ? (text[at] as string) : "";
}
