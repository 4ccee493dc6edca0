import { expect, test } from "vitest";
import { inWhole } from "./duration";

test.each([
  ["48h", 2, "d"],
  ["36h", 36, "h"],
  ["2880m", 2, "d"],
  ["90m", 90, "m"],
  ["120wm", 2, "wh"],
  ["16wh", 16, "wh"],
  ["2wd", 2, "wd"],
  ["1w", 1, "w"],
])("%s is %d %s", (written, count, unit) => expect(inWhole(written)).toEqual({ count, unit }));

test("what is no duration is none", () => expect(inWhole("soon")).toBeUndefined());
