import { expect, test } from "vitest";
import { dayIn, isStartOfDay, lastDay, nextDay, startOfDay } from "./absences";

test("a day begins where the viewer is", () => {
  expect(startOfDay("2026-07-06", "Europe/Berlin").toISOString()).toBe("2026-07-05T22:00:00.000Z");
  expect(startOfDay("2026-12-06", "Europe/Berlin").toISOString()).toBe("2026-12-05T23:00:00.000Z");
  expect(startOfDay("2026-07-06", "Asia/Shanghai").toISOString()).toBe("2026-07-05T16:00:00.000Z");
  expect(startOfDay("2026-07-06", "America/Los_Angeles").toISOString()).toBe("2026-07-06T07:00:00.000Z");
});

test("also on the days on which the clock is changed", () => {
  expect(startOfDay("2026-03-29", "Europe/Berlin").toISOString()).toBe("2026-03-28T23:00:00.000Z");
  expect(startOfDay("2026-03-30", "Europe/Berlin").toISOString()).toBe("2026-03-29T22:00:00.000Z");
  expect(startOfDay("2026-10-26", "Europe/Berlin").toISOString()).toBe("2026-10-25T23:00:00.000Z");
});

test("days are counted over the end of a month", () => {
  expect(nextDay("2026-02-28")).toBe("2026-03-01");
  expect(nextDay("2026-12-31", 7)).toBe("2027-01-07");
  expect(dayIn("Asia/Shanghai", new Date("2026-07-05T17:00:00Z"))).toBe("2026-07-06");
});

test("what ends at midnight ends with the day before", () => {
  expect(lastDay("2026-07-06T22:00:00Z", "Europe/Berlin")).toBe("2026-07-06");
  expect(lastDay("2026-03-29T22:00:00Z", "Europe/Berlin")).toBe("2026-03-29");
  expect(lastDay("2026-12-31T16:00:00Z", "Asia/Shanghai")).toBe("2026-12-31");
  expect(lastDay("2026-07-06T22:00:00Z", "Asia/Shanghai")).toBeUndefined();
  expect(isStartOfDay("2026-07-06T10:00:00Z", "Europe/Berlin")).toBe(false);
});
