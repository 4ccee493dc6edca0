import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { subjectOf } from "./subject";

const line = { type: "string", maxLength: 200 };
const form = (first: object, required = ["first"]) => ({ type: "object", required, properties: { first, second: line } });

test("the subject is the first field, where it is needed and takes any words", () => {
  expect(subjectOf(form(line))).toEqual({ field: "first", maxLength: 200 });
  expect(subjectOf(form(line, ["second"]))).toBeUndefined();
  expect(subjectOf(form({ ...line, maxLength: 60 }))).toBeUndefined();
  expect(subjectOf(form({ ...line, maxLength: 4000 }))).toBeUndefined();
  expect(subjectOf(form({ ...line, format: "date" }))).toBeUndefined();
  expect(subjectOf(form({ ...line, "x-list": "services" }))).toBeUndefined();
  expect(subjectOf(form({ oneOf: [{ const: "one" }] }))).toBeUndefined();
  expect(subjectOf({ type: "object" })).toBeUndefined();
});

test("sections say which field comes first", () => {
  const ui = { "ui:sections": [{ "ui:title": "What", "ui:fields": ["second", "first"] }] };
  expect(subjectOf(form(line, ["first", "second"]), ui)).toEqual({ field: "second", maxLength: 200 });
});

test.each([
  ["general-request", "subject"],
  ["report-incident", "summary"],
  ["employee-new", undefined],
  ["laptop", undefined],
])("of the form %s it is %s", (item, field) => {
  const file = new URL(`../../../../../schemas/${item}.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(file, "utf8")) as { "x-ui"?: object };
  expect(subjectOf(schema, schema["x-ui"])?.field).toBe(field);
});
