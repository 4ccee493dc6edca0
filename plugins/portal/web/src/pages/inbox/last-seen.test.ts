import { expect, test } from "vitest";
import { Problem } from "../../api/problem";
import type { Step, Ticket } from "./inbox-data";
import { differences, placeOf, valuesOf } from "./last-seen";
import { codesNamedBy } from "./reasons";

const step = (more: object = {}) => ({ ticket: "SR-000001", kind: "approval", name: "Line manager", arguments: {}, ...more }) as Step;
const ticket = (form: object, estimated: string) =>
  ({ title: "Laptop", description: "", form, cost: { currency: "EUR", estimated } }) as unknown as Ticket;

test("a request that comes back tells what is another", () => {
  const before = valuesOf(step(), ticket({ model: "pro", reason: "Slow" }, "2100.00"));
  const now = valuesOf(step(), ticket({ model: "light", reason: "Slow" }, "900.00"));
  expect(differences(before, now)).toEqual([
    { key: "model", before: "pro", now: "light" },
    { key: "@cost", before: { amount: "2100.00", currency: "EUR" }, now: { amount: "900.00", currency: "EUR" } },
  ]);
});

test("nothing and empty are the same, and order does not matter for what is equal", () => {
  expect(differences({ a: undefined, b: [1] }, { b: [1], a: null })).toEqual([]);
});

test("the step of a new run is found again, also when the ticket's prefix has changed", () => {
  expect(placeOf(step({ id: "1" }))).toBe(placeOf(step({ id: "2", ticket: "INC-000001" })));
});

test("the policy's codes are taken from the refusal that names them, but for the clock's", () => {
  const refusal = (message: string) =>
    new Problem({ status: 422, code: "invalid", errors: [{ pointer: "/code", code: "required", message }] });
  expect(codesNamedBy(refusal("Choose one of alternative, budget, no_answer."))).toEqual(["alternative", "budget"]);
  expect(codesNamedBy(refusal("`x` is none of a, b"))).toEqual(["a", "b"]);
  expect(codesNamedBy(new Error("x"))).toBeUndefined();
});
