import { expect, test } from "vitest";
import { mergePatch } from "./merge-patch";

test("sends what is new, takes away what is gone, leaves the rest", () => {
  const before = { same: [1], gone: "x", changed: 1, deep: { a: 1, b: 2 } };
  const after = { same: [1], changed: 2, deep: { a: 1, c: 3 }, fresh: true, empty: undefined };
  expect(mergePatch(before, after)).toEqual({ gone: null, changed: 2, deep: { b: null, c: 3 }, fresh: true });
});
