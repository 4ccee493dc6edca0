import type { Entry } from "./inbox-data";

export interface Row {
  step: Entry;
  /** It no longer waits for the viewer: settled, withdrawn or handed on by somebody else. */
  gone: boolean;
}

/**
 * The list as it stays under the viewer's finger: what is gone is greyed and
 * keeps its place until it is swept away, what is new comes at the end.
 */
export function steady(shown: Row[], fresh: Entry[], answered: ReadonlySet<string>): Row[] {
  const now = new Map(fresh.map((step) => [step.id, step]));
  const kept: Row[] = [];
  for (const { step } of shown) {
    if (answered.has(step.id)) continue;
    const again = now.get(step.id);
    kept.push({ step: again ?? step, gone: again === undefined });
  }
  const known = new Set(shown.map(({ step }) => step.id));
  const added = fresh.filter((step) => !known.has(step.id) && !answered.has(step.id));
  return [...kept, ...added.map((step) => ({ step, gone: false }))];
}

/** The one that comes after `id`, or before it where it is the last; none when nothing is left. */
export function nextOf(rows: Row[], id: string): string | undefined {
  const at = rows.findIndex(({ step }) => step.id === id);
  const open = (row: Row | undefined) => row && !row.gone && row.step.id !== id;
  return (rows.slice(at + 1).find(open) ?? rows.slice(0, Math.max(at, 0)).reverse().find(open))?.step.id;
}
