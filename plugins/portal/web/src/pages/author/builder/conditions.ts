import { asObject } from "../content";
import { list, same, type Json } from "./json-place";
import { answersOf, type FieldKind } from "./kinds";

// "Asked only when": the conditions that the builder can say. Any other stays in
// the form as it was written.

/** That a field has one of these answers, or a number within bounds. */
export type Test = { field: string; is: unknown[] } | { field: string; type: string; minimum?: number; maximum?: number };

export interface Condition {
  /** All of them have to hold. */
  tests: Test[];
  /** Asked for when they do not. */
  unless: boolean;
}

/** Whether each test says what it asks for. */
export const isWhole = ({ tests }: Condition) => tests.every((test) => !("is" in test) || test.is.length > 0);

/** Whether any answer of the field will do: then the condition decides nothing. */
export function takesAll(test: Test, { kind, schema }: { kind: FieldKind; schema: Json }): boolean {
  const all = answersOf(kind, schema);
  return "is" in test && all.length > 1 && all.every(({ value }) => test.is.includes(value));
}

/** `{properties: {a: {const: x}}, required: [a]}` and its like, nothing else. */
export function testsOf(condition: unknown): Test[] | undefined {
  const { properties, required, ...rest } = asObject(condition);
  const tests = Object.entries(asObject(properties)).map(([field, said]) => testOf(field, asObject(said)));
  if (tests.length === 0 || Object.keys(rest).length > 0 || tests.includes(undefined)) return undefined;
  const whole = tests as Test[];
  return same(whole.map(({ field }) => field), list(required)) && same(written(whole), condition) ? whole : undefined;
}

function testOf(field: string, said: Json): Test | undefined {
  if ("const" in said) return { field, is: [said["const"]] };
  if (Array.isArray(said["enum"]) && said["enum"].length > 1) return { field, is: said["enum"] };
  const { type, minimum, maximum } = said;
  if ((type !== "integer" && type !== "number") || (typeof minimum !== "number" && typeof maximum !== "number")) return undefined;
  return { field, type, ...(typeof minimum === "number" && { minimum }), ...(typeof maximum === "number" && { maximum }) };
}

/** The `if` of these tests. */
export function written(tests: Test[]): Json {
  const said = tests.map((test) => {
    if (!("is" in test)) return [test.field, { ...test, field: undefined }];
    return [test.field, test.is.length === 1 ? { const: test.is[0] } : { enum: test.is }];
  });
  // Keys without a value go, as they do when the text is written.
  return JSON.parse(JSON.stringify({ properties: Object.fromEntries(said), required: tests.map(({ field }) => field) })) as Json;
}

/** The same tests with a field, or an answer of it, called otherwise; of an answer that goes, nothing is left. */
export function withAnswer(tests: Test[], field: string, from: unknown, to: unknown): Test[] {
  return tests.map((test) => (test.field === field && "is" in test ? { ...test, is: test.is.map((one) => (one === from ? to : one)) } : test));
}

export const sameCondition = (a: Condition | undefined, b: Condition | undefined) => a === b || (a !== undefined && b !== undefined && a.unless === b.unless && same(written(a.tests), written(b.tests)));
