import { describe, expect, test } from "vitest";
import type { Entry } from "./inbox-data";
import { nextOf, steady } from "./steady";

const step = (id: string, seen = "a") => ({ id, seen }) as Entry;
const rows = (...ids: string[]) => ids.map((id) => ({ step: step(id), gone: false }));
const ids = (of: ReturnType<typeof steady>) => of.map((row) => (row.gone ? `(${row.step.id})` : row.step.id));

describe("the list under the viewer's finger", () => {
  test("takes new ones at its end", () => {
    expect(ids(steady(rows("1", "2"), [step("3"), step("1"), step("2")], new Set()))).toEqual(["1", "2", "3"]);
  });
  test("keeps the place of what somebody else has settled", () => {
    expect(ids(steady(rows("1", "2", "3"), [step("1"), step("3")], new Set()))).toEqual(["1", "(2)", "3"]);
  });
  test("lets go of what the viewer has answered, also while the server still lists it", () => {
    expect(ids(steady(rows("1", "2"), [step("1"), step("2")], new Set(["1"])))).toEqual(["2"]);
  });
  test("shows a step as it is now", () => {
    expect(steady(rows("1"), [step("1", "b")], new Set())[0]?.step.seen).toBe("b");
  });
});

test("the next card is the one below, at the end the one above", () => {
  const list = [...rows("1", "2"), { step: step("3"), gone: true }, ...rows("4")];
  expect(nextOf(list, "2")).toBe("4");
  expect(nextOf(list, "4")).toBe("2");
  expect(nextOf(rows("1"), "1")).toBeUndefined();
});
