/** Times on the clock, and working time as a calendar counts it. */
export const units = ["m", "h", "d", "w", "wm", "wh", "wd"] as const;
export type Unit = (typeof units)[number];

export interface Span {
  count: number;
  unit: Unit;
}

/** `2wd`; nothing where it is written otherwise. */
export function readSpan(text: unknown): Span | undefined {
  const found = typeof text === "string" ? /^(\d+)(w?[mhd]|w)$/.exec(text) : null;
  return found ? { count: Number(found[1]), unit: found[2] as Unit } : undefined;
}

export const writeSpan = ({ count, unit }: Span) => `${count}${unit}`;

/** Units that a pattern allows: some times are on the clock alone. */
export function unitsOf(pattern: string | undefined): readonly Unit[] {
  if (pattern === undefined) return units;
  try {
    const own = new RegExp(pattern, "u");
    const open = units.filter((unit) => own.test(`1${unit}`));
    return open.length > 0 ? open : units;
  } catch {
    return units;
  }
}

export interface Stretch {
  from: string;
  to: string;
}

/** `08:00-12:00`; the end of a day is `24:00`. */
export function readStretch(text: unknown): Stretch | undefined {
  const found = typeof text === "string" ? /^(\d\d:\d\d)\s*-\s*(\d\d:\d\d)$/.exec(text.trim()) : null;
  return found ? { from: found[1] as string, to: found[2] as string } : undefined;
}

export const writeStretch = ({ from, to }: Stretch) => `${from}-${to}`;

/** A stretch after those that are there: the afternoon, or the evening up to midnight. */
export function nextStretch(texts: readonly string[]): string {
  const last = readStretch(texts.at(-1));
  if (!last) return "09:00-17:00";
  const hour = Math.min(Number(last.to.slice(0, 2)) + 1, 23);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(hour)}:00-${two(Math.min(hour + 1, 24))}:00`;
}
