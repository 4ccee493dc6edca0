import { expect, test } from "vitest";
import { rejectionOf } from "./reasons";

const budget = { code: "budget", label: "No budget" };
const other = { code: "other", label: "Another reason" };
const clock = { code: "no_answer", label: "Nobody answered" };

test("the clock's own reason is no choice", () => {
  expect(rejectionOf({ rejections: [budget, clock], code_for: ["rejected"] })).toEqual({ codes: [budget], inWords: undefined });
});

test("own words suffice where the policy wants no code, or has one for them", () => {
  expect(rejectionOf({ rejections: [budget], code_for: [] }).inWords).toEqual({});
  expect(rejectionOf({ rejections: [budget, other], code_for: ["rejected"] })).toEqual({ codes: [budget], inWords: { code: "other" } });
});

test("until the policy is known nothing is sent", () => {
  expect(rejectionOf(undefined)).toEqual({ codes: [], inWords: undefined });
});
