import { textOf, type Csv } from "./csv";

const numbers = 56;
const [narrowest, widest] = [96, 320];
/** Rows that are looked at for the width of a column. */
const looked = 200;

/** How wide the columns are: by what stands in them, and none wider than can be read at once. */
export function layoutOf(csv: Csv, columns: number): { template: string; least: number } {
  const rows = csv.rows.slice(0, looked);
  const widths = Array.from({ length: columns }, (_, at) => {
    const longest = rows.reduce((most, { cells }, row) => Math.max(most, textOf(cells[at] ?? "").length + (row === 0 ? 3 : 0)), 0);
    return Math.max(narrowest, Math.min(widest, Math.round(longest * 7.5) + 24));
  });
  return {
    template: [`${numbers}px`, ...widths.map((width) => `minmax(${width}px, ${width}fr)`)].join(" "),
    least: widths.reduce((sum, width) => sum + width, numbers),
  };
}
