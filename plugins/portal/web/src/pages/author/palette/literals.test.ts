import { expect, test } from "vitest";
import { callOf, formField, isVariable, keyOf, mapOf, quoted } from "./literals";

test("whatever was typed stands in its quotes", () => {
  expect(quoted('say "yes"')).toBe('"say \\"yes\\""');
  expect(quoted("C:\\temp\\")).toBe('"C:\\\\temp\\\\"');
  expect(quoted("`${x}` 'y'")).toBe("\"`${x}` 'y'\"");
  expect(quoted("one\ntwo\r\n\tthree")).toBe('"one\\ntwo\\r\\n\\tthree"');
  expect(quoted("批准 согласование 🖨")).toBe('"批准 согласование 🖨"');
});

test("what nobody can see stands there as a number", () => {
  expect(quoted("a\u0007b\u2028c\u202ed")).toBe('"a\\u0007b\\u2028c\\u202ed"');
  expect(quoted("half \ud83d")).toBe('"half \ufffd"');
});

test("names that the language keeps for itself stand in quotes", () => {
  expect(["device", "new-device", "case", "中", "_"].map(keyOf)).toEqual(["device", '"new-device"', '"case"', '"中"', '"_"']);
  expect(["start_date", "with space"].map(formField)).toEqual(["form.start_date", 'form["with space"]']);
});

test("a result hides nothing that every script has", () => {
  expect(["answer", "ticket", "let", "2nd", "ответ"].map(isVariable)).toEqual([true, false, false, false, false]);
});

test("options that say nothing are left out", () => {
  expect(callOf("task", ['"a"', "owner"], [["form", undefined]])).toBe('task("a", owner)');
  expect(callOf("task", ['"a"', "owner"], [["form", undefined], ["within", '"2wd"']])).toBe('task("a", owner, #{ within: "2wd" })');
});

test("a long map has a line for each", () => {
  const long = quoted("x".repeat(60));
  expect(mapOf([["text", long], ["within", '"2wd"']])).toBe(`#{\n    text: ${long},\n    within: "2wd",\n}`);
});
