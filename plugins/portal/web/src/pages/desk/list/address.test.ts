import { expect, test } from "vitest";
import { filterWords, openStatuses, read, sameFilters, write } from "./address";

test("a bare address lists what is open", () => {
  expect(read("").filters).toEqual({ status: openStatuses });
});

test("what is asked for comes back from its address", () => {
  const asked = { filters: { status: "new,accepted", q: "a&b" }, sort: "resolve_due", columns: ["number", "location"], queue: "group/hr" };
  expect(read(write(asked))).toEqual(asked);
  expect(write(asked)).toContain("status=new,accepted");
});

test("no filter at all is another list than the bare address", () => {
  const all = { ...read(""), filters: {} };
  expect(read(write(all)).filters).toEqual({});
});

test("the order of filters makes no difference", () => {
  expect(sameFilters({ group: "hr", status: "new" }, "status=new&group=hr")).toBe(true);
  expect(sameFilters({ status: "new" }, "")).toBe(false);
  expect(filterWords({ b: "2", a: "1", c: "" })).toBe("a=1&b=2");
});
