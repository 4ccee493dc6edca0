import { expect, test } from "vitest";
import { byPriority } from "../load";
import { fieldsOf, firstOfMembers, matching, type Group } from "./groups";

const member = (username: string, name: string) => ({ username, name, skills: [], profile: "expert" as const, active: true });
const desk: Group = { name: "service-desk", line: 1, lead: { username: "sam", name: "Sam Ortiz" }, members: [member("dora", "Dora Petrova")], priorities: {} };
const field: Group = { name: "field-support", line: 2, members: [member("lin", "Lin Chen")], priorities: { P1: ["lin"] } };

test("groups are found by their name and by who is in them", () => {
  expect(matching([desk, field], "", undefined)).toEqual([desk, field]);
  expect(matching([desk, field], "desk", undefined)).toEqual([desk]);
  expect(matching([desk, field], "chen lin", undefined)).toEqual([field]);
  expect(matching([desk, field], "ortiz", 2)).toEqual([]);
  expect(matching([desk, field], "", 2)).toEqual([field]);
});

test("people stand by their usernames in what is sent", () => {
  expect(fieldsOf(desk)).toMatchObject({ lead: "sam", members: ["dora"], calendar: null, capacity: null });
});

test("who leaves a group is given none of its tickets first", () => {
  expect(firstOfMembers({ P1: ["lin", "dora"], P2: ["lin"] }, ["dora"])).toEqual({ P1: ["dora"], P2: [] });
});

test("a load by priority begins with the most urgent", () => {
  expect(byPriority({ P3: 5, P1: 2, P2: 0, P10: 1 })).toBe("P1: 2, P3: 5, P10: 1");
  expect(byPriority({})).toBe("");
});
