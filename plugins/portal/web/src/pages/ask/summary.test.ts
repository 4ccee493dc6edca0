import { expect, test } from "vitest";
import { yesses } from "./summary";

test("each who has to say yes in any case counts", () => {
  const steps = [
    { kind: "approval", needed: 2 },
    { kind: "cost" },
    { kind: "approval", needed: 3, when: "the price is above 5,000" },
    { kind: "task" },
  ] as Parameters<typeof yesses>[0];
  expect(yesses(steps)).toBe(3);
  expect(yesses([])).toBe(0);
});
