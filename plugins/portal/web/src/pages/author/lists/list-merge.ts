import { readCsv, writeCsv, type Csv } from "./csv";
import { cellAt, columnsOf, rowCount, textsAt, withCells, withoutRows, withRows } from "./table";

/**
 * What was changed here, done to what somebody else has published meanwhile: rows
 * are told apart by their key, and where both changed one cell, this one stands.
 * Nothing where rows or columns cannot be told apart so, or were put in another order.
 */
export function mergedList(mine: string, base: string, theirs: string): string | undefined {
  const [now, before, other] = [readCsv(mine), readCsv(base), readCsv(theirs)];
  const columns = [now, before, other].map((csv) => JSON.stringify(columnsOf(csv)));
  if (new Set(columns).size > 1) return undefined;
  const keys = { now: keysOf(now), before: keysOf(before), other: keysOf(other) };
  if (!keys.now || !keys.before || !keys.other) return undefined;
  const stayed = [...keys.before.keys()].filter((key) => keys.now?.has(key));
  if ([...keys.now.keys()].filter((key) => keys.before?.has(key)).some((key, at) => key !== stayed[at])) return undefined;

  let merged = other;
  let there = keys.other;
  let above: string | undefined;
  for (const [key, row] of keys.now) {
    const [old, at] = [keys.before.get(key), there.get(key)];
    const texts = textsAt(now, row);
    const changed = texts.flatMap((text, column) => (old !== undefined && cellAt(before, old, column) === text ? [] : [{ column, text }]));
    if (changed.length > 0) {
      if (at !== undefined) merged = withCells(merged, changed.map((change) => ({ ...change, row: at })));
      else merged = withRows(merged, (above === undefined ? -1 : (there.get(above) ?? rowCount(merged) - 1)) + 1, [texts]);
      there = keysOf(merged) ?? there;
    }
    above = key;
  }
  const gone = [...keys.before.keys()].filter((key) => !keys.now?.has(key)).flatMap((key) => there.get(key) ?? []);
  return writeCsv(withoutRows(merged, gone));
}

/** Rows by key; nothing where two have the same one. */
function keysOf(csv: Csv): Map<string, number> | undefined {
  const keys = Array.from({ length: rowCount(csv) }, (_, row) => cellAt(csv, row, 0).trim());
  const rows = new Map(keys.map((key, row) => [key, row]));
  return rows.size === keys.length ? rows : undefined;
}
