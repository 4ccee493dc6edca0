import { expect, test } from "vitest";
import { countdown, moment, relative } from "./time";

const hour = 3_600_000;

test("what is far is told in days, what is near in minutes", () => {
  expect(relative(-3 * 24 * hour, "en")).toBe("3 days ago");
  expect(relative(2 * hour, "en")).toBe("in 2 hours");
  expect(relative(-90_000, "ru")).toBe("1 минуту назад");
});

test("a clock that runs down has two units at most", () => {
  expect(countdown(26 * hour, "en")).toBe("1 day 2 hr");
  expect(countdown(-(hour + 5 * 60_000), "en")).toBe("1 hr 5 min");
});

test("a moment is told in the account's zone", () => {
  expect(moment("2020-07-14T12:05:00Z", "en-GB", "Asia/Shanghai")).toContain("20:05");
});
