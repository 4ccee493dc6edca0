import { expect, test } from "vitest";
import { Problem } from "../api/problem";
import { untold } from "./untold";

const refused = new Problem({ status: 403, code: "forbidden" });
const proxy = new Problem({ status: 502, code: "unreadable" });

test("what is there already is no worse for a lost connection", () => {
  expect(untold({ data: [], error: Problem.offline() })).toBeUndefined();
  expect(untold({ data: {}, error: proxy })).toBeUndefined();
});

test("what was never loaded, and what is refused, is told", () => {
  expect(untold({ data: undefined, error: proxy })).toBe(proxy);
  expect(untold({ data: {}, error: refused })).toBe(refused);
  expect(untold({ data: {}, error: null })).toBeUndefined();
});
