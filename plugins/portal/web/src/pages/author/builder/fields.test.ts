import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parsed } from "../content";
import { isWhole, takesAll } from "./conditions";
import { addField, changeField, changeKind, fieldsOf, placeOf, removeField, setRequired } from "./fields";
import { at, put, type Json } from "./json-place";
import { isTaken, nameFor, renamed } from "./rename";
import { addSection, groupsOf, moveField, moveSection, neighbour, removeSection, renameSection, setSection } from "./sections";
import { decidersOf, dependents, isAsked, renameChoice, setRequiredWhen, setShownWhen } from "./shown-when";

const root = new URL("../../../../../../../", import.meta.url);
const text = (path: string) => readFileSync(new URL(path, root), "utf8");
const jsonIn = (folder: string) => readdirSync(new URL(folder, root)).filter((file) => file.endsWith(".json")).map((file) => `${folder}/${file}`);
const gallery = readdirSync(new URL("gallery", root));
const items = [...jsonIn("schemas"), ...gallery.map((name) => `gallery/${name}/schema.json`)];
const ofSteps = [...jsonIn("schemas/forms"), ...gallery.filter((name) => readdirSync(new URL(`gallery/${name}`, root)).includes("forms")).flatMap((name) => jsonIn(`gallery/${name}/forms`))];

describe.each([...items, ...ofSteps])("%s", (path) => {
  const schema = parsed(text(path)) as Json;
  const untouched = (next: Json) => expect(JSON.stringify(next)).toBe(JSON.stringify(schema));

  test("has no field and no condition that the builder cannot say", () => {
    expect(fieldsOf(schema).filter(({ kind, isFixed }) => kind === "other" || isFixed)).toEqual([]);
    expect(groupsOf(schema).flatMap(({ fields }) => fields).length).toBe(fieldsOf(schema).length);
  });

  test("a title changed and changed back leaves it the same", () => {
    for (const field of fieldsOf(schema)) {
      const next = changeField(schema, field, "title", "Another");
      expect(next).not.toEqual(schema);
      untouched(changeField(changeField(next, field, "title", ""), field, "title", field.title));
    }
  });

  test("a field called otherwise and back leaves it the same, and nothing says the old name meanwhile", () => {
    for (const { name } of fieldsOf(schema)) {
      const next = renamed(schema, name, "zz_called");
      expect(fieldsOf(next).map((field) => field.name)).toContain("zz_called");
      expect(isTaken(next, name)).toBe(false);
      expect(dependents(next, "zz_called")).toEqual(dependents(schema, name));
      untouched(renamed(next, "zz_called", name));
    }
  });

  test("each answer of the builder set again is the same text", () => {
    let next = schema;
    for (const field of fieldsOf(schema)) {
      if (field.description) next = changeField(next, field, "description", field.description);
      next = setRequiredWhen(setShownWhen(setRequired(next, field, field.required), field, field.shownWhen), field, field.requiredWhen);
      next = setSection(next, field.name, groupsOf(schema).find(({ fields }) => fields.some(({ key }) => key === field.key))?.place);
    }
    untouched(next);
  });

  test("what is added and taken away, or moved there and back, leaves no trace", () => {
    const added = addField(schema, "zz_new", "New", "long");
    untouched(removeField(added, { holder: [], name: "zz_new" }));
    const sections = groupsOf(schema).length - 1;
    untouched(removeSection(renameSection(addSection(schema, "New"), sections, "Newer"), sections));
    untouched(moveSection(moveSection(schema, 0, 1), 1, -1));
    for (const field of fieldsOf(schema)) {
      if (!neighbour(schema, field, 1)) continue;
      const moved = moveField(schema, field, 1);
      const key = fieldsOf(moved).find((one) => one.name === field.name && one.holder.join() === field.holder.join());
      if (key) untouched(moveField(moved, key, -1));
    }
  });
});

const bare = { type: "object", required: ["b"], additionalProperties: false, properties: { a: { type: "boolean" }, b: { type: "string" } } };
const b = { holder: [], name: "b" };
const whenA = { tests: [{ field: "a", is: [true] }], unless: false };
const branches = (schema: Json) => schema["allOf"] as Json[];

test("a condition comes and goes with its field", () => {
  const shown = setShownWhen(bare, b, whenA);
  expect(shown).toEqual({
    type: "object",
    required: [],
    unevaluatedProperties: false,
    properties: { a: { type: "boolean" } },
    allOf: [{ if: { properties: { a: { const: true } }, required: ["a"] }, then: { required: ["b"], properties: { b: { type: "string" } } } }],
  });
  const there = { holder: ["allOf", 0, "then"], name: "b" };
  expect(setShownWhen(shown, there, undefined)).toEqual(bare);
  expect(branches(setShownWhen(shown, there, { ...whenA, unless: true }))).toEqual([
    { if: { properties: { a: { const: true } }, required: ["a"] }, else: { required: ["b"], properties: { b: { type: "string" } } } },
  ]);
  expect(removeField(shown, there)).toEqual({ ...bare, required: [], properties: { a: { type: "boolean" } } });
});

test("several answers, bounds of a number and two fields at once are said in one condition", () => {
  const schema = { ...bare, properties: { ...bare.properties, n: { type: "integer" }, c: { oneOf: [{ const: "x" }, { const: "y" }, { const: "z" }] } } };
  const tests = [
    { field: "c", is: ["x", "y"] },
    { field: "n", type: "integer", minimum: 2 },
  ];
  const shown = setShownWhen(schema, b, { tests, unless: false });
  expect(branches(shown)[0]?.["if"]).toEqual({ properties: { c: { enum: ["x", "y"] }, n: { type: "integer", minimum: 2 } }, required: ["c", "n"] });
  expect(fieldsOf(shown).find(({ name }) => name === "b")?.shownWhen).toEqual({ tests, unless: false });
  expect(isAsked(shown, "c", "y")).toBe(true);
  expect(isAsked(shown, "c", "z")).toBe(false);
  const called = renameChoice(shown, { holder: [], name: "c" }, "y", "why");
  expect(branches(called)[0]?.["if"]).toMatchObject({ properties: { c: { enum: ["x", "why"] } } });
  expect(renameChoice(called, { holder: [], name: "c" }, "why", "y")).toEqual(shown);
});

test("a field always asked for can be compulsory sometimes", () => {
  const [, field] = fieldsOf(bare);
  const next = setRequiredWhen(bare, field!, whenA);
  expect(next).toMatchObject({ required: [], unevaluatedProperties: false, allOf: [{ then: { required: ["b"], properties: {} } }] });
  const [, again] = fieldsOf(next);
  expect(again?.requiredWhen).toEqual(whenA);
  expect(setRequired(setRequiredWhen(next, again!, undefined), b, true)).toEqual(bare);
});

test("a field never takes the place of another of its name", () => {
  const twice = setShownWhen(bare, b, whenA);
  const two = { ...twice, allOf: [...branches(twice), { if: { properties: { a: { const: false } }, required: ["a"] }, then: { properties: { b: { type: "integer" } } } }] };
  const [, , second] = fieldsOf(two);
  expect(second?.key).toBe("b-2");
  expect(setShownWhen(two, second!, whenA)).toBe(two);
  expect(setShownWhen(two, second!, undefined)).toBe(two);
});

test("conditions that the builder cannot say stay, and their fields can be given titles", () => {
  const odd = { ...bare, allOf: [{ if: { not: { required: ["a"] } }, then: { properties: { c: { type: "string" } }, allOf: [{ if: true, then: { properties: { d: { type: "string" } } } }] } }] };
  const fields = fieldsOf(odd);
  expect(fields.map(({ name, isFixed }) => [name, isFixed])).toEqual([["a", false], ["b", false], ["c", true], ["d", true]]);
  expect(setShownWhen(odd, fields[2]!, undefined)).toBe(odd);
  const next = changeField(odd, fields[3]!, "title", "D");
  expect(at(next, placeOf(fields[3]!))).toEqual({ type: "string", title: "D" });
  expect(put(next, placeOf(fields[3]!), { type: "string" })).toEqual(odd);
});

test("a name is changed wherever the form says it, and nowhere below", () => {
  const schema = {
    required: ["a"],
    properties: { a: { properties: { a: { const: "a" } }, required: ["a"] }, list: { items: { properties: { a: {} } } } },
    dependentRequired: { a: ["list"], list: ["a"] },
    allOf: [{ if: { not: { properties: { a: { const: "a" } } } }, then: { required: ["a"] } }],
    default: { a: 1 },
    "x-ui": { "ui:order": ["a", "list"], a: { "ui:widget": "x" }, "ui:sections": [{ "ui:title": "a", "ui:fields": ["a"] }] },
  };
  expect(renamed(schema, "a", "z")).toEqual({
    required: ["z"],
    properties: { z: { properties: { a: { const: "a" } }, required: ["a"] }, list: { items: { properties: { a: {} } } } },
    dependentRequired: { z: ["list"], list: ["z"] },
    allOf: [{ if: { not: { properties: { z: { const: "a" } } } }, then: { required: ["z"] } }],
    default: { z: 1 },
    "x-ui": { "ui:order": ["z", "list"], z: { "ui:widget": "x" }, "ui:sections": [{ "ui:title": "a", "ui:fields": ["z"] }] },
  });
});

test("another kind keeps title and hint, and is drawn as itself", () => {
  const schema = { properties: { a: { title: "A", description: "Hint", type: "boolean" } } };
  const long = changeKind(schema, { holder: [], name: "a" }, "long");
  expect(fieldsOf(long)[0]).toMatchObject({ kind: "long", title: "A", description: "Hint" });
  expect(changeKind(long, { holder: [], name: "a" }, "yesno")).toEqual(schema);
  expect(fieldsOf(changeKind(long, { holder: [], name: "a" }, "list", "systems"))[0]?.schema["x-list"]).toBe("systems");
});

test("no field decides about itself, nor one about another that waits for it", () => {
  const three = { properties: { a: { type: "boolean" }, b: { type: "boolean" }, c: { type: "boolean" }, d: { type: "string" } } };
  const chain = setShownWhen(setShownWhen(three, b, whenA), { holder: [], name: "c" }, { tests: [{ field: "b", is: [true] }], unless: false });
  const names = (name: string) => decidersOf(fieldsOf(chain), fieldsOf(chain).find((field) => field.name === name)!).map((field) => field.name);
  expect(names("a")).toEqual([]);
  expect(names("b")).toEqual(["a"]);
  expect(names("c")).toEqual(["a", "b"]);
  expect(names("d")).toEqual(["a", "b", "c"]);
  expect(dependents(chain, "a")).toEqual(["b"]);
});

test("a new field has a name that scripts can say and nobody has", () => {
  expect(nameFor("Last day of use", [])).toBe("last_day_of_use");
  expect(nameFor("2 Rooms!", ["rooms"])).toBe("rooms_2");
  expect(nameFor("部门", ["field", "field_2"])).toBe("field_3");
  expect(nameFor("If", [])).toBe("if_");
});

test("a condition is whole once each field has an answer, and decides nothing with all of them", () => {
  const size = { kind: "choice" as const, schema: { oneOf: [{ const: "s" }, { const: "l" }] } };
  const whole = (is: unknown[]) => isWhole({ tests: [{ field: "size", is }], unless: false });
  expect([whole([]), whole(["s"])]).toEqual([false, true]);
  const all = (is: unknown[]) => takesAll({ field: "size", is }, size);
  expect([all([]), all(["s"]), all(["l", "s"])]).toEqual([false, false, true]);
});
