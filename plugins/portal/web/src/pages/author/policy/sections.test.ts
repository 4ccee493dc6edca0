import { expect, test } from "vitest";
import { lineOf, marksOf } from "./marks";
import { idOf } from "./bench";
import { placeOfLine, sectionOf, sectionsOf } from "./sections";
import { schema, shipped } from "./rules";

const text = `currency = "EUR" # of all
[desks.hq]
groups = ["service-desk"]

[[sla]]
name = "hardware"
response = { P1 = "30m" }
[[sla]]
name = "incident"
[sla.pauses]
approval = true
[calendars."far east".days]
"2027-02-20" = [
  "09:00-12:00",
  "13:00-18:00",
]
steps.cost.within = "3wd"
`;

test("a line belongs to its table and its key", () => {
  expect(placeOfLine(text, 1)).toEqual(["currency"]);
  expect(placeOfLine(text, 3)).toEqual(["desks", "hq", "groups"]);
  expect(placeOfLine(text, 7)).toEqual(["sla", 0, "response"]);
  expect(placeOfLine(text, 9)).toEqual(["sla", 1, "name"]);
  expect(placeOfLine(text, 11)).toEqual(["sla", 1, "pauses", "approval"]);
  expect(placeOfLine(text, 15)).toEqual(["calendars", "far east", "days", "2027-02-20"]);
  expect(placeOfLine(text, 0)).toEqual([]);
});

test("each key of the schema stands in one part, and what is new in the last", () => {
  const sections = sectionsOf({ ...schema, properties: { ...schema.properties, novelty: { type: "string" } } });
  const keys = sections.flatMap((section) => section.keys);
  expect([...keys].sort()).toEqual([...Object.keys(schema.properties ?? {}), "novelty"].sort());
  expect(new Set(keys).size).toBe(keys.length);
  expect(sectionOf(sections, ["novelty"])).toBe("more");
  expect(sectionsOf(schema).some(({ name }) => name === "more")).toBe(false);
});

test("what was found leads to its part, and stands at its key", () => {
  const sections = sectionsOf(schema);
  const lines = shipped.split("\n");
  const line = lines.findIndex((one) => one.startsWith('best = "P2"')) + 1;
  expect(sectionOf(sections, placeOfLine(shipped, line))).toBe("priority");
  const fault = { file: "workflows/policy.toml", line, column: 8, code: "policy", message: 'there is no priority "P9"', hint: "did you mean?", severity: "error" as const };
  expect(marksOf([fault as never], "workflows/policy.toml", shipped).get(idOf(["vip", "best"]))).toEqual(['there is no priority "P9" — did you mean?']);
  expect(lines[lineOf(shipped, ["vip", "best"]) - 1]).toContain("best");
  expect(lines[lineOf(shipped, ["escalation", 1]) - 1]).toContain("[[escalation]]");
});
