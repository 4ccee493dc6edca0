// Where one is in a table, and how far the selection goes from there.

export interface Place {
  row: number;
  column: number;
}

export interface Cursor {
  at: Place;
  /** The other corner of what is selected. */
  from: Place;
}

export interface Area {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const areaOf = ({ at, from }: Cursor): Area => ({
  top: Math.min(at.row, from.row),
  bottom: Math.max(at.row, from.row),
  left: Math.min(at.column, from.column),
  right: Math.max(at.column, from.column),
});

export const isIn = ({ top, bottom, left, right }: Area, { row, column }: Place) => row >= top && row <= bottom && column >= left && column <= right;

/** Within a table of so many rows and columns. */
export function within({ row, column }: Place, rows: number, columns: number): Place {
  return { row: Math.max(0, Math.min(rows - 1, row)), column: Math.max(0, Math.min(columns - 1, column)) };
}

interface Key {
  key: string;
  isFar: boolean;
}

/** Where a key leads; nothing for keys that are for something else. */
export function moved({ row, column }: Place, { key, isFar }: Key, rows: number, columns: number, page: number): Place | undefined {
  const last = { row: rows - 1, column: columns - 1 };
  const ways: Record<string, Place> = {
    ArrowUp: { row: isFar ? 0 : row - 1, column },
    ArrowDown: { row: isFar ? last.row : row + 1, column },
    ArrowLeft: { row, column: isFar ? 0 : column - 1 },
    ArrowRight: { row, column: isFar ? last.column : column + 1 },
    PageUp: { row: row - page, column },
    PageDown: { row: row + page, column },
    Home: { row: isFar ? 0 : row, column: 0 },
    End: { row: isFar ? last.row : row, column: last.column },
  };
  const way = ways[key];
  return way && within(way, rows, columns);
}
