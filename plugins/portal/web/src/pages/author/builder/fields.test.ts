import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addField, changeField, fieldsOf, moveField, removeField, setRequired, setSection, setShownWhen, type Json } from "./fields";

const root = new URL("../../../../../../../", import.meta.url);
const read = (path: string) => JSON.parse(readFileSync(new URL(path, root), "utf8")) as Json;
const shipped = [
  ...["schemas", "schemas/forms"].flatMap((folder) => readdirSync(new URL(folder, root)).filter((file) => file.endsWith(".json")).map((file) => `${folder}/${file}`)),
  ...readdirSync(new URL("gallery", root)).map((name) => `gallery/${name}/schema.json`),
];

describe.each(shipped)("%s", (path) => {
  test("each answer of the builder set again is the same text", () => {
    const schema = read(path);
    let next = schema;
    for (const { name, title, description, required, shownWhen, section } of fieldsOf(schema)) {
      if (title) next = changeField(next, name, "title", title);
      if (description) next = changeField(next, name, "description", description);
      next = setSection(setShownWhen(setRequired(next, name, required), name, shownWhen), name, section);
    }
    expect(JSON.stringify(next)).toBe(JSON.stringify(schema));
  });

  test("a field added and taken away, and one moved there and back, leave no trace", () => {
    const schema = read(path);
    expect(JSON.stringify(removeField(addField(schema, "zz_new", "New", "text"), "zz_new"))).toBe(JSON.stringify(schema));
    const [first, second] = Object.keys(schema["properties"] as Json);
    if (first && second) expect(JSON.stringify(moveField(moveField(schema, first, 1), first, -1))).toBe(JSON.stringify(schema));
  });
});

test("a condition comes and goes with its field", () => {
  const schema = { type: "object", required: ["b"], additionalProperties: false, properties: { a: { type: "boolean" }, b: { type: "string" } } };
  const shown = setShownWhen(schema, "b", { field: "a", is: true });
  expect(shown).toEqual({
    type: "object",
    required: [],
    unevaluatedProperties: false,
    properties: { a: { type: "boolean" } },
    allOf: [{ if: { properties: { a: { const: true } }, required: ["a"] }, then: { required: ["b"], properties: { b: { type: "string" } } } }],
  });
  expect(setShownWhen(shown, "b", undefined)).toEqual(schema);
});
