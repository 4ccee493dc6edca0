import { expect, test } from "vitest";
import { othersOf } from "./others";

const other = (number: string, status: string) => ({ number, status }) as Parameters<typeof othersOf>[0][number];

test("what is resolved is not counted as open, and stands last", () => {
  const { count, areMore, sorted } = othersOf([other("A", "resolved"), other("B", "new"), other("C", "assigned")]);
  expect([count, areMore]).toEqual([2, false]);
  expect(sorted.map(({ number }) => number)).toEqual(["B", "C", "A"]);
});

test("a list as long as the server's limit may have been cut", () => {
  const ten = Array.from({ length: 10 }, (_, at) => other(`T${at}`, at === 3 ? "resolved" : "new"));
  expect(othersOf(ten)).toMatchObject({ count: 9, areMore: true });
});
