import type { Schemas } from "../../../api/client";
import type { Csv } from "./csv";
import { cellAt, columnsOf, rowCount } from "./table";

type Fault = Schemas["Fault"];

// Rows are numbered as in a spreadsheet: the names of the columns stand in row 1.
// The desk counts rows, too, but lines where it cannot read the file: a cell with
// line breaks, or a blank line, makes these two numbers.

export const numberOf = (row: number) => row + 2;
export const rowOf = (number: number) => number - 2;

/** Findings with the number of the row in the place of the line. */
export function atRows(csv: Csv, faults: Fault[]): Fault[] {
  return faults.map((fault) => (fault.code === "csv" && fault.line > 0 ? { ...fault, line: recordAt(csv, fault.line), column: 0 } : fault));
}

/** The number of the row that stands on a line, or begins next. */
function recordAt({ rows }: Csv, line: number): number {
  let next = 1;
  const at = rows.findIndex((row) => {
    next += breaks(row.lead) + row.cells.reduce((sum, cell) => sum + breaks(cell), 0) + breaks(row.end);
    return next > line;
  });
  return at < 0 ? rows.length : at + 1;
}

const breaks = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0;

export type Doubt = { kind: "twice"; name: string; first: number } | { kind: "nameless" } | { kind: "column"; name: string };

/**
 * What the desk takes, and what is hardly meant: of two rows with one key the
 * first is found, and of two columns with one name the last is read.
 */
export function doubts(csv: Csv): Map<number, Doubt> {
  const found = new Map<number, Doubt>();
  const names = columnsOf(csv);
  const again = names.find((name, at) => names.indexOf(name) !== at);
  if (again !== undefined) found.set(1, { kind: "column", name: again });
  const first = new Map<string, number>();
  for (let row = 0; row < rowCount(csv); row++) {
    const key = cellAt(csv, row, 0).trim();
    const before = first.get(key);
    if (key === "") found.set(numberOf(row), { kind: "nameless" });
    else if (before !== undefined) found.set(numberOf(row), { kind: "twice", name: key, first: before });
    else first.set(key, numberOf(row));
  }
  return found;
}
