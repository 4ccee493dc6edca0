import { expect, test } from "vitest";
import type { Step, Ticket } from "./inbox-data";
import { differences, placeOf, valuesOf } from "./last-seen";

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
