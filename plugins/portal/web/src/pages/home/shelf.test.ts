import { expect, test } from "vitest";
import { firstOfEach, isUsed } from "./shelf";

const usual = [
  { item: "rights", category: "access" },
  { item: "list", category: "access" },
  { item: "incident", category: "support" },
  { item: "laptop", category: "technical" },
  { item: "password", category: "technical" },
];

test("nothing is used most where the order is the usual one", () => {
  expect(isUsed(usual, usual)).toBe(false);
  expect(isUsed([...usual].reverse(), usual)).toBe(true);
});

test("a few of the catalog are the first of each category, then the second", () => {
  expect(firstOfEach(usual, 4).map(({ item }) => item)).toEqual(["rights", "incident", "laptop", "list"]);
  expect(firstOfEach(usual, 9)).toBe(usual);
});
