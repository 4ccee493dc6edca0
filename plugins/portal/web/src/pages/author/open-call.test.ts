import { expect, test } from "vitest";
import { openCall } from "./open-call";

test("the word around an open map and the map's place among its arguments", () => {
  expect(openCall("start(#{ a: 1, ")).toEqual({ name: "start", argument: 0 });
  expect(openCall('t.done("a (1, 2", #{ b: [1, 2] }, #{ ')).toEqual({ name: "done", argument: 2 });
  expect(openCall("f(g(1, 2), #{ ")).toEqual({ name: "f", argument: 1 });
});

test("a map within a map, a block or a list is no word's own", () => {
  expect(openCall("f(#{ a: #{ ")).toBeUndefined();
  expect(openCall("if x { ")).toBeUndefined();
  expect(openCall("let a = #{ ")).toBeUndefined();
  expect(openCall("f([#{ ")).toBeUndefined();
  expect(openCall("f(#{ a: 1 }")).toBeUndefined();
});
