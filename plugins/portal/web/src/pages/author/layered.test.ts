import { expect, test } from "vitest";
import { layered } from "./layered";

test("a node lies below all that lead to it", () => {
  const { spots } = layered(["a", "b", "c"], [{ from: "a", to: "b" }, { from: "b", to: "c" }, { from: "a", to: "c" }]);
  expect(["a", "b", "c"].map((id) => spots.get(id)?.y)).toEqual([0, 100, 200]);
});

test("a loop comes to an end", () => {
  const { spots } = layered(["a", "b"], [{ from: "a", to: "b" }, { from: "b", to: "a" }]);
  expect(spots.get("b")?.y).toBe(100);
});

test("no two lie in one place", () => {
  const ids = ["s", "a", "b", "c", "e"];
  const { spots } = layered(ids, ["a", "b", "c"].flatMap((id) => [{ from: "s", to: id }, { from: id, to: "e" }]));
  expect(new Set([...spots.values()].map(({ x, y }) => `${x},${y}`)).size).toBe(ids.length);
});
