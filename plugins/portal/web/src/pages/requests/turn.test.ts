import { expect, test } from "vitest";
import { isToConfirm, turnsFirst } from "./turn";

const at = (...numbers: string[]) => numbers.map((number) => ({ number }));

test("what waits for the viewer comes first, once, and no more than a few", () => {
  const shown = turnsFirst(at("4", "2"), at("1", "2", "3"), 3);
  expect(shown.map(({ ticket, mine }) => [ticket.number, mine])).toEqual([["4", true], ["2", true], ["1", false]]);
});

test("a result is to be confirmed by who may close it", () => {
  expect(isToConfirm({ status: "resolved", actions: ["close"] })).toBe(true);
  expect(isToConfirm({ status: "resolved", actions: [] })).toBe(false);
  expect(isToConfirm({ status: "assigned", actions: ["close"] })).toBe(false);
});
