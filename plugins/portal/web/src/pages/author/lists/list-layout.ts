import { textOf, type Csv } from "./csv";

const numbers = 56;
const [narrowest, widest] = [96, 320];
/** Room for what stands beside a name: its menu, and the sign of the key. */
const [besideName, besideKey] = [32, 56];
/** Rows that are looked at for the width of a column. */
const looked = 200;

/** How wide the columns are: by what stands in them, and none wider than can be read at once. */
export function layoutOf(csv: Csv, columns: number): { template: string; least: number } {
  const rows = csv.rows.slice(0, looked);
  const widths = Array.from({ length: columns }, (_, at) => {
    const wide = (row: number, cell: string) => Math.round(textOf(cell).length * 7.5) + 24 + (row > 0 ? 0 : at === 0 ? besideKey : besideName);
    return rows.reduce((most, { cells }, row) => Math.min(widest, Math.max(most, wide(row, cells[at] ?? ""))), narrowest);
  });
  return {
    template: [`${numbers}px`, ...widths.map((width) => `minmax(${width}px, ${width}fr)`)].join(" "),
    least: widths.reduce((sum, width) => sum + width, numbers),
  };
}
