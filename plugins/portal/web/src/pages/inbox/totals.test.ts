import { expect, test } from "vitest";
import type { Entry } from "./inbox-data";
import { totals } from "./totals";

const step = (ticket: string, estimated: string | undefined, currency = "EUR", amount?: string) =>
  ({ ticket, arguments: amount ? { amount: { amount, currency } } : {}, on: { cost: estimated ? { estimated, currency } : null } }) as unknown as Entry;

test("amounts are summed by currency, to the last digit", () => {
  const steps = [step("SR-1", "0.10"), step("SR-2", "0.2"), step("SR-3", "5", "USD"), step("SR-4", undefined), step("SR-5", "0.00", "CHF")];
  expect(totals(steps)).toEqual([
    { currency: "EUR", amount: "0.30" },
    { currency: "USD", amount: "5" },
  ]);
});

test("a step's own amount goes before the estimate, and an estimate counts once for its ticket", () => {
  expect(totals([step("SR-1", "900.00"), step("SR-1", "900.00"), step("SR-2", "9.00", "EUR", "7.50")])).toEqual([{ currency: "EUR", amount: "907.50" }]);
  expect(totals([])).toEqual([]);
});
