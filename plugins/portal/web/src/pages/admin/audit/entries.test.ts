import { expect, test } from "vitest";
import { between } from "../Span";
import { details, differences, isMoment, named, wantedIn, worded, type Entry } from "./entries";

const entry = (type: string, more: Partial<Entry> = {}) => ({ position: 1, at: "2026-11-23T04:11:36Z", type, data: {}, ...more }) as unknown as Entry;

test("each field that is another has what it was and what it is", () => {
  const data = { fields: { email: { from: null, to: "a@example.org" }, groups: { from: ["a"], to: ["a", "b"] } }, name: "monitoring", note: null };
  expect(differences(data)).toEqual([
    { field: "email", from: null, to: "a@example.org" },
    { field: "groups", from: ["a"], to: ["a", "b"] },
  ]);
  expect(details(data)).toEqual([["name", "monitoring"]]);
  expect(differences({})).toEqual([]);
});

test("values are told in words", () => {
  expect(worded(["a", "b"])).toBe("a, b");
  expect(worded({ P1: ["dora", "dan"], P2: ["lin"] })).toBe("P1: dora, dan; P2: lin");
  expect(worded(4)).toBe("4");
  expect(isMoment("2026-07-06T00:00:00.000000Z")).toBe(true);
  expect(isMoment("2026-07-06")).toBe(false);
});

test("an entry names a person or a group, never a bare id", () => {
  expect(named(entry("person.changed", { object: "ann" }))).toEqual({ kind: "person", name: "ann" });
  expect(named(entry("group.made", { object: "line-3" }))).toEqual({ kind: "group", name: "line-3" });
  expect(named(entry("group.dissolved", { object: "line-3" }))).toEqual({ kind: "other", name: "line-3" });
  expect(named(entry("absence.registered", { object: "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11", data: { person: "max" } as never }))).toEqual({ kind: "person", name: "max" });
  expect(named(entry("token.made", { object: "0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11" }))).toBeUndefined();
  expect(named(entry("session.begun"))).toBeUndefined();
});

test("the address is read with care: what it cannot mean narrows nothing", () => {
  expect(wantedIn(new URLSearchParams("actor=ada&type=person.added&first=2026-11-01"))).toEqual({ actor: "ada", type: "person.added", first: "2026-11-01", last: "" });
  expect(wantedIn(new URLSearchParams("type=SessionBegun")).type).toBe("");
});

test("days are counted where the viewer is, the last one whole", () => {
  expect(between("2026-11-01", "2026-11-02", "Europe/Berlin")).toEqual({ from: "2026-10-31T23:00:00.000Z", to: "2026-11-02T23:00:00.000Z" });
  expect(between("", "", "Europe/Berlin")).toEqual({});
  expect(between("2026-13-45", "soon", "UTC")).toEqual({});
});
