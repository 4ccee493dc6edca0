import { expect, test } from "vitest";
import { askerOf } from "./asker";
import type { Step } from "./inbox-data";

const step = (args: object, more: object = {}) => ({ id: "1", arguments: args, ...more }) as Step;
const max = { username: "max", name: "Max Lim" };

test("the workflow asks for the requester, people ask for themselves", () => {
  expect(askerOf(step({}), [])).toEqual({ how: "request" });
  expect(askerOf(step({ opened_by: "max" }), [])).toEqual({ how: "asked", username: "max" });
});

test("a request comes back from who returned it", () => {
  const returned = step({ returned_from: "2" });
  expect(askerOf(returned, [step({}, { id: "2", answered_by: max })])).toEqual({ how: "returned", by: max });
  expect(askerOf(returned, [])).toEqual({ how: "request" });
});
