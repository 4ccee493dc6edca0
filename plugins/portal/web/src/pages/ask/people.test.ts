import { expect, test } from "vitest";
import { offered } from "./people";

test("while something is typed only its hits are offered", () => {
  expect(offered("tom", ["tom"], "ann", "ann")).toEqual(["tom"]);
  expect(offered("tom", [], "ann", "ann")).toEqual([]);
  expect(offered("an", ["ann", "dan"], "ann", "tom")).toEqual(["ann", "dan"]);
});

test("otherwise oneself and whoever is chosen", () => {
  expect(offered("", ["tom"], "ann", "ann")).toEqual(["ann"]);
  expect(offered(" ", ["tom"], "ann", "kim")).toEqual(["ann", "kim"]);
});
