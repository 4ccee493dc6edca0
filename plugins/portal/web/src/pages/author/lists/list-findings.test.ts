import { expect, test } from "vitest";
import type { Schemas } from "../../../api/client";
import { usesOf } from "../uses";
import { readCsv } from "./csv";
import { atRows, doubts } from "./list-findings";
import { listsNamedIn, mayName } from "./list-uses";

const fault = (code: string, line: number): Schemas["Fault"] => ({ file: "schemas/lists/x.csv", line, column: 0, code, message: "said", severity: "error" });

test("a finding stands at the row that it names, whatever lines the rows before take", () => {
  const csv = readCsv('name,title\na,"two\nlines"\n\nb\nc,C\n');
  const row = (line: number) => atRows(csv, [fault("csv", line)])[0]?.line;
  expect([1, 2, 3, 4, 5, 6].map(row)).toEqual([1, 2, 2, 3, 3, 4]);
  // Names of groups and people are told by row.
  expect(atRows(csv, [fault("unknown_group", 3)])[0]?.line).toBe(3);
  expect(row(0)).toBe(0);
});

test("rows that would never be found are told", () => {
  const told = doubts(readCsv("name,title,title\na,,\nb,,\na ,,\n,x,\n"));
  expect([...told]).toEqual([
    [1, { kind: "column", name: "title" }],
    [4, { kind: "twice", name: "a", first: 2 }],
    [5, { kind: "nameless" }],
  ]);
  expect(doubts(readCsv("name\na\nb\n")).size).toBe(0);
});

test("forms and scripts name lists", () => {
  const form = JSON.stringify({ properties: { a: { "x-list": "systems" }, b: { items: { "x-list": "rooms" } } }, allOf: [{ then: { properties: { c: { "x-list": "systems" } } } }] });
  expect(listsNamedIn("schemas/a.json", form)).toEqual(["systems", "rooms"]);
  expect(listsNamedIn("schemas/a.json", "{")).toEqual([]);
  expect(listsNamedIn("workflows/a.rhai", 'let x = lookup("rooms", form.room); task("x", supplier(form.s));')).toEqual(["rooms", "suppliers"]);
  expect(["schemas/a.json", "workflows/lib/a.rhai", "schemas/texts/ru.json", "workflows/tests/a.rhai", "schemas/lists/a.csv"].filter(mayName)).toEqual(["schemas/a.json", "workflows/lib/a.rhai"]);
});

test("an item stands once among the uses, under its title", () => {
  const named = new Map([
    ["schemas/room.json", ["rooms"]],
    ["workflows/room.rhai", ["rooms"]],
    ["schemas/forms/other.json", ["rooms"]],
    ["workflows/lib/find.rhai", ["rooms"]],
    ["schemas/hidden.json", ["rooms"]],
    ["schemas/b.json", ["systems"]],
  ]);
  const items = [{ item: "room", title: "A room", workflow: "room" }, { item: "hall", title: "Hall", workflow: "room" }];
  expect(usesOf("rooms", named, items)).toEqual([
    { to: "/author/room", name: "A room" },
    { to: "/author/hall", name: "Hall" },
    { to: "/author/hidden", name: "hidden" },
    { to: "/forms/other", name: "schemas/forms/other.json" },
    { to: undefined, name: "workflows/lib/find.rhai" },
  ]);
});
