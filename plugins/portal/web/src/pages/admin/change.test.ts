import { expect, test } from "vitest";
import { Problem } from "../../api/problem";
import { changed, filled, isAllShown, saidOf } from "./change";
import { lastPart } from "./named";

const before = { name: "Ann", email: "ann@example.org", phone: null, roles: ["requester", "agent"], capacity: 4, priorities: { P1: ["dora"] } };

test("a patch says only what is another", () => {
  expect(changed(before, { name: " Ann ", email: "a@example.org" })).toEqual({ email: "a@example.org" });
  expect(changed(before, {})).toEqual({});
});

test("what is emptied is nothing, and nothing stays nothing", () => {
  expect(changed(before, { email: "  ", phone: "", capacity: null })).toEqual({ email: null, capacity: null });
});

test("lists are sets: their order changes nothing", () => {
  expect(changed(before, { roles: ["agent", "requester"] })).toEqual({});
  expect(changed(before, { roles: ["agent"] })).toEqual({ roles: ["agent"] });
});

test("lists by name are compared name by name, an empty one is none", () => {
  expect(changed(before, { priorities: { P1: ["dora"], P2: [] } })).toEqual({});
  expect(changed(before, { priorities: { P1: [] } })).toEqual({ priorities: { P1: [] } });
});

test("a new record has what was typed", () => {
  expect(filled({ username: " eva ", name: "", groups: ["service-desk"] })).toEqual({ username: "eva", groups: ["service-desk"] });
});

test("errors of entries are told at their list, the rest is not lost", () => {
  const errors = [
    { pointer: "/groups/0", code: "unknown", message: "no group `a`" },
    { pointer: "/groups/2", code: "unknown", message: "no group `c`" },
  ];
  const problem = new Problem({ status: 422, code: "invalid", errors });
  expect(saidOf(problem, "groups")).toBe("no group `a`; no group `c`");
  expect(saidOf(problem, "group")).toBeUndefined();
  expect(isAllShown(problem, ["groups"])).toBe(true);
  expect(isAllShown(problem, ["roles"])).toBe(false);
  expect(isAllShown(new Problem({ status: 500, code: "internal" }), ["groups"])).toBe(false);
});

test("names in an address may hold any character", () => {
  expect(lastPart("/admin/groups/A%2FB")).toBe("A/B");
  expect(lastPart("/admin/groups/100%25")).toBe("100%");
  expect(lastPart("/admin/groups/%E4%B8%8A%E6%B5%B7")).toBe("上海");
});
