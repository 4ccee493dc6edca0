import { expect, test } from "vitest";
import { blank, cleared, fits, isSwitched, nodeAt, shapeOf, type Node } from "./schema";
import { schema } from "./rules";
import { nextStretch, readSpan, readStretch, unitsOf } from "./spans";

const shape = (...place: (string | number)[]) => shapeOf(nodeAt(schema, place) ?? {});

test("a control is chosen by the schema's shape", () => {
  expect(shape("currency")).toBe("text");
  expect(shape("languages")).toBe("names");
  expect(shape("roles", "change_manager")).toBe("names");
  expect(shape("desks")).toBe("map");
  expect(shape("desks", "hq")).toBe("fields");
  expect(shape("intake")).toBe("cards");
  expect(shape("intake", 0, "desk")).toBe("oneOrMany");
  expect(shape("calendars", "berlin", "hours")).toBe("week");
  expect(shape("calendars", "berlin", "days", "2027-02-20")).toBe("stretches");
  expect(shape("calendars", "berlin", "holidays")).toBe("dates");
  expect(shape("sla", 0, "calendar")).toBe("oneOrEach");
  expect(shape("sla", 0, "valid_from")).toBe("date");
  expect(shape("sla", 0, "resolve", "P1")).toBe("span");
  expect(shape("freezes", 0, "from")).toBe("moment");
  expect(shape("steps", "approval", "comment_for")).toBe("checks");
  expect(shape("steps", "cost", "remind")).toBe("spans");
  expect(shape("holds", 0, "label")).toBe("labels");
  expect(shape("conversation", "acknowledge")).toBe("yesno");
  expect(shape("csat", "share")).toBe("number");
  expect(shape("vip", "tell")).toBe("name");
});

test("what is emptied is said no more, unless nothing is something else than the usual", () => {
  const text: Node = { type: "string" };
  const list: Node = { type: "array", items: text };
  expect(cleared(text, false)).toBeUndefined();
  expect(cleared(text, true)).toBe("");
  expect(cleared(list, false)).toBeUndefined();
  expect(cleared(list, true)).toEqual([]);
  expect(cleared({ ...list, default: ["resolved"] }, false)).toEqual([]);
});

test("a new card holds what it cannot do without", () => {
  const level = blank(nodeAt(schema, ["sla", 0]) ?? {}) as Record<string, unknown>;
  expect(Object.keys(level).sort()).toEqual(["calendar", "name", "valid_from"]);
  expect(level["valid_from"]).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(blank(nodeAt(schema, ["intake", 0]) ?? {})).toEqual({});
});

test("parts that say something by being there are switched on and off", () => {
  const isPart = (...place: string[]) => isSwitched(nodeAt(schema, place) ?? {}, place, false);
  expect(isPart("csat")).toBe(true);
  expect(isPart("knowledge", "promote")).toBe(true);
  expect(isPart("conversation")).toBe(false);
});

test("what a control cannot show is told", () => {
  expect(fits(nodeAt(schema, ["languages"]) ?? {}, "en")).toBe(false);
  expect(fits(nodeAt(schema, ["intake", 0, "desk"]) ?? {}, ["hq"])).toBe(true);
  expect(fits(nodeAt(schema, ["close"]) ?? {}, undefined)).toBe(true);
});

test("times are read as they are written", () => {
  expect(readSpan("30wm")).toEqual({ count: 30, unit: "wm" });
  expect(readSpan("2w")).toEqual({ count: 2, unit: "w" });
  expect(readSpan("soon")).toBeUndefined();
  expect(unitsOf("^[0-9]+(m|h|d|w)$")).toEqual(["m", "h", "d", "w"]);
  expect(readStretch("08:00-24:00")).toEqual({ from: "08:00", to: "24:00" });
  expect(nextStretch([])).toBe("09:00-17:00");
  expect(nextStretch(["08:00-12:00"])).toBe("13:00-14:00");
  expect(nextStretch(["08:00-22:00"])).toBe("23:00-24:00");
});
