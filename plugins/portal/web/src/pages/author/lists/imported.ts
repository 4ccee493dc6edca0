import { byteOrderMark, cellOf, cellsOf, readCsv, textOf, writeCsv } from "./csv";

/** No file of the desk's content is larger. */
const largest = 1024 * 1024;

export type Imported = { text: string } | { fault: "tooLarge" | "notText" | "empty" };

/**
 * A list from a file of a spreadsheet. Some write semicolons or tabs between the
 * cells, some two bytes a letter, most a byte order mark: the desk keeps plain CSV.
 */
export function imported(bytes: Uint8Array): Imported {
  if (bytes.length > 2 * largest) return { fault: "tooLarge" };
  const read = decoded(bytes);
  if (read === undefined || read.includes("\0")) return { fault: "notText" };
  const text = read.startsWith(byteOrderMark) ? read.slice(1) : read;
  const separator = separatorOf(text);
  const csv = readCsv(text, separator);
  if (csv.rows.length === 0) return { fault: "empty" };
  const rows = separator === "," ? csv.rows : csv.rows.map((row) => ({ ...row, cells: cellsOf(row.cells.map((cell) => cellOf(textOf(cell)))) }));
  const list = writeCsv({ ...csv, rows });
  return new TextEncoder().encode(list).length > largest ? { fault: "tooLarge" } : { text: list };
}

function decoded(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  const coding = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(coding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What parts the first line into the most cells. */
function separatorOf(text: string): string {
  const cells = (separator: string) => readCsv(text, separator).rows[0]?.cells.length ?? 0;
  return [",", ";", "\t"].reduce((best, next) => (cells(next) > cells(best) ? next : best));
}
