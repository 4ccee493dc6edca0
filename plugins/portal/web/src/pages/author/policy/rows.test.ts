import { expect, test } from "vitest";
import type { Json } from "../builder/json-place";
import { cellOf, withCell, withColumn, withoutColumn, withoutRow, withRow } from "./matrix-rules";
import { namesIn, prioritiesFor, prioritiesOf } from "./names";
import { freeName, merged, moved, renamed, set, withDate } from "./rows";
import { schema } from "./rules";

const policy: Json = {
  currency: "EUR",
  languages: ["en", "zh-CN"],
  roles: { change_manager: ["sam"] },
  desks: { hq: { groups: ["service-desk"], calendar: "berlin" } },
  intake: [{ desk: "hq", outside: "berlin" }, { desk: ["hq", "east"] }],
  calendars: { berlin: { zone: "Europe/Berlin" }, world: { any_of: ["berlin"] } },
  priority: { impacts: ["person", "site"], urgencies: ["low", "high"], requester_may: ["low", "high"], matrix: { person: ["P4", "P3"], site: ["P2", "P1"] } },
  sla: [{ name: "hardware", valid_from: "2026-01-01", calendar: { P1: "berlin" } }],
  holds: [{ code: "customer" }],
  made_up: { by: "a later version" },
};

test("one place changes, and what nobody knows stays", () => {
  const next = set(schema, policy, ["conversation", "edit_within"], "1h");
  expect(next["conversation"]).toEqual({ edit_within: "1h" });
  expect(next["made_up"]).toBe(policy["made_up"]);
  expect(set(schema, next, ["conversation", "edit_within"], undefined)).toEqual(policy);
});

test("parts go with their last key, but not cards, nor what says something by being there", () => {
  const deep = set(schema, policy, ["steps", "cost", "within"], "3wd");
  expect(set(schema, deep, ["steps", "cost", "within"], undefined)).toEqual(policy);
  const asked = { ...policy, csat: { low: 3 } };
  expect(set(schema, asked, ["csat", "low"], undefined)["csat"]).toEqual({});
  const bare = { ...policy, calendars: { berlin: { zone: "UTC" } } };
  expect(set(schema, bare, ["calendars", "berlin", "zone"], undefined)["calendars"]).toEqual({ berlin: {} });
  const rule = set(schema, { ...policy, intake: [{ group: "a" }] }, ["intake", 0, "group"], undefined);
  expect(rule["intake"]).toEqual([{}]);
});

test("cards are moved one place, and stay at the ends", () => {
  expect(moved(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
  expect(moved(["a", "b", "c"], 2, -1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], 0, -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], 1, 1)).toEqual(["a", "b"]);
});

test("a day comes to its place, unless the days are in an order of somebody's own", () => {
  expect(withDate(["2026-12-25", "2027-01-01"], "2026-12-26")).toEqual(["2026-12-25", "2026-12-26", "2027-01-01"]);
  expect(withDate(["2027-01-01", "2026-12-25"], "2026-12-26")).toEqual(["2027-01-01", "2026-12-25", "2026-12-26"]);
  expect(withDate(["2026-12-25"], "2026-12-25")).toEqual(["2026-12-25"]);
  expect(freeName(["impact", "impact_2"], "impact")).toBe("impact_3");
});

test("what is renamed is renamed wherever the rules name it", () => {
  const next = renamed(schema, policy, "calendar", "berlin", "office");
  expect(next["desks"]).toEqual({ hq: { groups: ["service-desk"], calendar: "office" } });
  expect(next["intake"]).toEqual([{ desk: "hq", outside: "office" }, { desk: ["hq", "east"] }]);
  expect((next["calendars"] as Json)["world"]).toEqual({ any_of: ["office"] });
  expect((next["sla"] as Json[])[0]?.["calendar"]).toEqual({ P1: "office" });
  expect(renamed(schema, policy, "desk", "hq", "west")["intake"]).toEqual([{ desk: "west", outside: "berlin" }, { desk: ["west", "east"] }]);
  expect(renamed(schema, policy, "calendar", "nowhere", "office")).toBe(policy);
});

test("the policy's own names are offered", () => {
  expect(namesIn(policy, "calendar")).toEqual(["berlin", "world"]);
  expect(namesIn(policy, "desk")).toEqual(["hq"]);
  expect(namesIn(policy, "role")).toEqual(["change_manager"]);
  expect(namesIn(policy, "urgency")).toEqual(["low", "high"]);
  expect(namesIn({}, "language")).toEqual(["en"]);
  expect(prioritiesOf(policy)).toEqual(["P1", "P2", "P3", "P4"]);
  expect(prioritiesFor(policy)).toEqual(["P1", "P2", "P3", "P4", "P5"]);
  expect(prioritiesFor({ priority: { matrix: { a: ["high", "low"] } } })).toEqual(["high", "low"]);
  expect(namesIn(policy, "hold")).toEqual(["customer"]);
});

test("rows and columns of the matrix come and go whole", () => {
  expect(cellOf(policy, "site", 1)).toBe("P1");
  expect(cellOf(withCell(policy, "site", 1, "P2"), "site", 1)).toBe("P2");
  const more = withColumn(withRow(policy))["priority"] as Json;
  expect(more).toMatchObject({ impacts: ["person", "site", "impact"], urgencies: ["low", "high", "urgency"] });
  expect(more["matrix"]).toEqual({ person: ["P4", "P3", "P3"], site: ["P2", "P1", "P1"], impact: ["P2", "P1", "P1"] });
  const less = withoutColumn(withoutRow(policy, "person"), "low")["priority"] as Json;
  expect(less).toEqual({ impacts: ["site"], urgencies: ["high"], requester_may: ["high"], matrix: { site: ["P1"] } });
});

test("what both have changed is brought together", () => {
  const mine = { a: 1, b: { c: 2, d: [1] }, gone: undefined, list: [{ name: "x", v: 1 }, { name: "y", v: 2 }] };
  const base = { a: 1, b: { c: 1, d: [1] }, list: [{ name: "x", v: 1 }, { name: "y", v: 1 }] };
  const theirs = { a: 5, b: { c: 1, d: [1, 2] }, more: true, list: [{ name: "x", v: 7 }, { name: "y", v: 1 }] };
  expect(merged(mine, base, theirs)).toEqual({ a: 5, b: { c: 2, d: [1, 2] }, more: true, list: [{ name: "x", v: 7 }, { name: "y", v: 2 }] });
  expect(merged({ a: 2 }, { a: 1 }, { a: 3 })).toEqual({ a: 2 });
  expect(merged({}, { a: 1, b: 1 }, { a: 1, b: 2 })).toEqual({});
});
