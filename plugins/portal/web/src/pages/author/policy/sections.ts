import type { Node, Place } from "./schema";

/** The parts of the page, and the keys of the policy that each of them shows. */
const planned = [
  { name: "general", keys: ["currency", "languages", "values", "roles"] },
  { name: "desks", keys: ["desks", "local_groups", "intake"] },
  { name: "calendars", keys: ["calendars", "freezes"] },
  { name: "priority", keys: ["priority", "vip"] },
  { name: "levels", keys: ["sla", "pauses", "escalation"] },
  { name: "steps", keys: ["steps"] },
  { name: "holds", keys: ["holds", "returns"] },
  { name: "closing", keys: ["closure_codes", "closure_reasons", "rejection_codes", "close", "reopen", "cancel", "csat", "knowledge"] },
  { name: "work", keys: ["changes", "recurring", "batch"] },
  { name: "rest", keys: ["conversation", "publishing", "outgoing", "retention"] },
] as const;

export type SectionName = (typeof planned)[number]["name"] | "more";

export interface Section {
  name: SectionName;
  keys: string[];
}

/** All of the schema's keys, each in one part; what the policy gains later stands in the last one. */
export function sectionsOf(schema: Node): Section[] {
  const known = Object.keys(schema.properties ?? {});
  const placed = planned.flatMap(({ keys }) => [...keys] as string[]);
  const sections = planned.map(({ name, keys }): Section => ({ name, keys: keys.filter((key) => known.includes(key)) }));
  const more: Section = { name: "more", keys: known.filter((key) => !placed.includes(key)) };
  return [...sections, more].filter(({ keys }) => keys.length > 0);
}

export const sectionOf = (sections: readonly Section[], place: Place): SectionName | undefined =>
  sections.find(({ keys }) => keys.includes(String(place[0])))?.name;

/** What stands on a line of the text: the table that it is in, and its key. Nothing before the first key. */
export function placeOfLine(text: string, line: number): Place {
  const counts = new Map<string, number>();
  let table: Place = [];
  let key: Place = [];
  for (const one of text.split("\n").slice(0, line)) {
    const head = /^\s*(\[\[?)\s*(.+?)\s*\]\]?\s*(?:#.*)?$/.exec(one);
    if (head && isKey(head[2] as string)) {
      table = tableOf(partsOf(head[2] as string), head[1] === "[[", counts);
      key = [];
      continue;
    }
    const entry = /^\s*((?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*)\s*=/.exec(one);
    if (entry) key = partsOf(entry[1] as string);
  }
  return [...table, ...key];
}

/** A header's keys; of lists of tables it is the one that was begun last. */
function tableOf(parts: string[], isList: boolean, counts: Map<string, number>): Place {
  const place: (string | number)[] = [];
  parts.forEach((part, at) => {
    place.push(part);
    const name = place.join("\0");
    const isLast = at === parts.length - 1;
    if (isLast && isList) counts.set(name, (counts.get(name) ?? -1) + 1);
    const count = counts.get(name);
    if (count !== undefined) place.push(count);
  });
  return place;
}

const isKey = (text: string) => /^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w-]+))*$/.test(text);

const partsOf = (text: string) => [...text.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|([\w-]+)/g)].map((hit) => hit[1] ?? hit[2] ?? hit[3] ?? "");
