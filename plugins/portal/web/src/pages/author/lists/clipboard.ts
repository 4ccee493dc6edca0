import { textOf } from "./csv";

// What spreadsheets put on the clipboard: tabs between cells, a line each row, and
// quotes around cells that have tabs, line breaks or quotes in them.

/** Cells row by row; quotes count only where they go around the whole of a cell. */
export function readCells(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const quoted = /"(?:[^"]|"")*"(?=\t|\r|\n|$)/y;
    quoted.lastIndex = at;
    const plain = /[^\t\r\n]*/y;
    plain.lastIndex = at;
    const cell = quoted.exec(text)?.[0] ?? plain.exec(text)?.[0] ?? "";
    const isQuoted = cell.length > 1 && cell.startsWith('"') && cell.endsWith('"');
    rows.at(-1)?.push((isQuoted ? textOf(cell) : cell).replaceAll("\r\n", "\n"));
    at += cell.length;
    if (at >= text.length) break;
    if (text[at] === "\t") {
      at++;
      continue;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    // The last row has an end as well, with nothing after it.
    if (at >= text.length) break;
    rows.push([]);
  }
  return rows;
}

export function writeCells(rows: string[][]): string {
  const cell = (text: string) => (/[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join("\t")).join("\n");
}

/** Whether it is more than one cell: one alone goes into the text that is being written. */
export const isTable = (text: string) => text.includes("\t");
