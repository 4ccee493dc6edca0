import { readdirSync, readFileSync } from "node:fs";
import { createSchemaUtils, type RJSFSchema } from "@rjsf/utils";
import { describe, expect, test } from "vitest";
import { askedOrder } from "./order";
import { prepared } from "./prepare";
import { atFields } from "./server-errors";
import { validator } from "./validator";

const folder = new URL("../../../../../schemas/", import.meta.url);
const item = (name: string) => prepared(JSON.parse(readFileSync(new URL(`${name}.json`, folder), "utf8")) as RJSFSchema);
const errors = (schema: RJSFSchema, data: unknown) =>
  validator.validateFormData(data, schema).errors.map(({ property, name }) => `${property} ${name}`);

describe("the validator", () => {
  test("names what is missing itself", () => {
    expect(errors(item("laptop"), {})).toEqual([".model required"]);
    expect(errors(item("laptop"), { model: undefined })).toEqual([".model required"]);
  });

  test("says once that no choice fits", () => {
    expect(errors(item("laptop"), { model: "gold" })).toEqual([".model oneOf"]);
  });

  test("asks for what a condition adds, and only then", () => {
    const form = { name: "Lee", department: "IT", manager: "max", start_date: "2026-02-01", place: "office", device: "none" };
    expect(errors(item("employee-new"), { ...form, contract: "permanent" })).toEqual([]);
    expect(errors(item("employee-new"), { ...form, contract: "contractor" }).sort()).toEqual([".company required", ".end_date required"]);
  });

  test("points into arrays", () => {
    const schema: RJSFSchema = { type: "object", properties: { plan: { type: "array", items: { type: "string", minLength: 3 } } } };
    expect(errors(schema, { plan: ["long enough", "no"] })).toEqual([".plan[1] minLength"]);
  });

  test("knows a condition that holds from one that does not", () => {
    const schema: RJSFSchema = { properties: { a: { const: 1 } }, required: ["a"] };
    expect(validator.isValid(schema, { a: 1 }, schema)).toBe(true);
    expect(validator.isValid(schema, {}, schema)).toBe(false);
  });
});

test("the server's pointers become places in the form", () => {
  const errors = [
    { pointer: "/form/rows/0/a~1b", code: "type", message: "no" },
    { pointer: "/title", code: "type", message: "elsewhere" },
  ];
  expect(atFields(errors, "/form")).toEqual({ rows: { "0": { "a/b": { __errors: ["no"] } } } });
});

test("a conditional field stands below the one that decides", () => {
  const order = askedOrder(item("employee-new"));
  expect(order.slice(order.indexOf("contract"), order.indexOf("place") + 2)).toEqual(["contract", "end_date", "company", "place", "address"]);
});

test("what is not asked for now is left out of what is sent", () => {
  const schema = item("employee-new");
  const utils = createSchemaUtils(validator, schema);
  const kept = utils.omitExtraData(schema, { name: "Lee", contract: "permanent", company: "Contoso", place: "home", address: "Main street 1" });
  expect(kept).toEqual({ name: "Lee", contract: "permanent", place: "home", address: "Main street 1" });
});

const shipped = readdirSync(folder).filter((file) => file.endsWith(".json"));
test.each(shipped)("%s can be drawn: each field has a type that the form knows", (file) => {
  const unknown: string[] = [];
  const walk = (schema: RJSFSchema | boolean | undefined, path: string) => {
    if (schema === undefined || typeof schema === "boolean") return;
    const known = ["string", "number", "integer", "boolean", "array", "object"];
    if (path !== "" && !known.includes(String(schema.type))) unknown.push(path);
    for (const [name, field] of Object.entries(schema.properties ?? {})) walk(field as RJSFSchema, `${path}/${name}`);
    if (schema.items && !Array.isArray(schema.items)) walk(schema.items as RJSFSchema, `${path}/items`);
    for (const part of (schema.allOf ?? []) as RJSFSchema[])
      for (const branch of [part.then, part.else]) if (branch) walk({ type: "object", ...(branch as RJSFSchema) }, path);
  };
  walk(item(file.replace(/\.json$/, "")), "");
  expect(unknown).toEqual([]);
});

test("rows with few and short fields are marked to stand on a line", () => {
  const table = (properties: object) => prepared({ properties: { rows: { type: "array", items: { type: "object", properties } } } } as never);
  const line = (properties: object) => "x-line" in ((table(properties).properties as never as { rows: { items: object } }).rows.items);
  const [text, choice] = [{ type: "string", maxLength: 200 }, { oneOf: [{ const: "a", title: "A" }] }];
  expect(line({ what: choice, pieces: { type: "integer" } })).toBe(true);
  expect(line({ a: text, b: text, c: text, d: text, e: text })).toBe(false);
  expect(line({ a: text, why: { type: "string", maxLength: 2000 } })).toBe(false);
  expect(line({ a: text, when: { type: "object", properties: { start: {}, end: {} } } })).toBe(false);
});
