import { expect, test } from "vitest";
import { decimalsOf, priceFrom } from "./price";

test("a price is read with a point or a comma before its decimals", () => {
  expect(["6400", " 6400.50 ", "6400,5", "6 400,50", "6 400", "0"].map((typed) => priceFrom(typed))).toEqual(["6400", "6400.50", "6400.5", "6400.50", "6400", "0"]);
});

test("what may mean something else is not guessed at", () => {
  expect(["abc", "6,400", "6400.555", "6.400,00", "6,400.00", "-5", "1e3", "", "12 34"].map((typed) => priceFrom(typed))).toEqual(Array(9).fill(undefined));
});

test("a currency has as many decimals as its smallest coin", () => {
  expect([decimalsOf("EUR"), decimalsOf("JPY"), decimalsOf("TND"), decimalsOf("?")]).toEqual([2, 0, 3, 2]);
  expect(priceFrom("1.255", 3)).toBe("1.255");
  expect(priceFrom("1,255", 3)).toBeUndefined();
});
