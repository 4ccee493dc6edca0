import { expect, test } from "vitest";
import { agreed } from "./currency";

const price = (currency: string) => ({ price: { amount: "1.00", currency } });

test("the catalog's currency is the one that all of its prices have", () => {
  expect(agreed([price("CHF"), { price: null }, price("CHF")])).toBe("CHF");
  expect(agreed([price("CHF"), price("EUR")])).toBeUndefined();
  expect(agreed([])).toBeUndefined();
});
