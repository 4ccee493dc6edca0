import type { Schemas } from "../../../api/client";
import { idOf } from "./bench";
import { placeOfLine, sectionOf, type Section } from "./sections";

type Fault = Schemas["Fault"];

/** What the desk found, by the id of the control that it is about. */
export function marksOf(faults: readonly Fault[], path: string, text: string): Map<string, string[]> {
  const marks = new Map<string, string[]>();
  for (const { file, line, message, hint } of faults) {
    if (file !== path || line < 1) continue;
    const id = idOf(placeOfLine(text, line));
    marks.set(id, [...(marks.get(id) ?? []), hint ? `${message} — ${hint}` : message]);
  }
  return marks;
}

export function countsOf(faults: readonly Fault[], path: string, text: string, sections: readonly Section[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { file, line } of faults) {
    const home = file === path && line > 0 ? sectionOf(sections, placeOfLine(text, line)) : undefined;
    if (home) counts.set(home, (counts.get(home) ?? 0) + 1);
  }
  return counts;
}

/** The line on which the table of a place begins, or its first key. */
export function lineOf(text: string, place: readonly (string | number)[]): number {
  const lines = text.split("\n");
  let best = { line: 1, depth: 0 };
  for (let line = 1; line <= lines.length; line++) {
    const here = placeOfLine(text, line);
    const depth = place.findIndex((key, at) => here[at] !== key);
    const shared = depth < 0 ? place.length : depth;
    if (shared > best.depth) best = { line, depth: shared };
  }
  return best.line;
}
