import { expect, test } from "vitest";
import { paragraphs, scheduleOf } from "./schedule";

test.each([
  ["0 */10 * * * *", { every: "minutes", count: 10 }],
  ["0 * * * * *", { every: "minutes", count: 1 }],
  ["0 15 * * * *", { every: "hour", minute: 15 }],
  ["0 0 */4 * * *", { every: "hours", count: 4 }],
  ["0 30 7 * * *", { every: "day", times: [{ hour: 7, minute: 30 }] }],
  ["0 0 8,16 * * MON-FRI", { every: "workday", times: [{ hour: 8, minute: 0 }, { hour: 16, minute: 0 }] }],
  ["0 0 7 * * MON,thu", { every: "week", days: [1, 4], times: [{ hour: 7, minute: 0 }] }],
  ["0 0 6 1 * *", { every: "month", day: 1, times: [{ hour: 6, minute: 0 }] }],
])("%s is said in words", (cron, schedule) => {
  expect(scheduleOf(cron)).toEqual(schedule);
});

test.each(["30 */10 * * * *", "0 0-30 * * * *", "0 0 7 1 1 *", "0 0 7 1 * MON", "0 */5 8 * * *", "0 5 */2 * * *", "0 */45 * * * *", "0 0 */5 * * *", "0 0 7 * * MON-WED", ""])("%s stays as it is", (cron) => {
  expect(scheduleOf(cron)).toBeUndefined();
});

test("a script's description loses the marks of its comment", () => {
  expect(paragraphs("//! Moves work up that is past its due time,\n//! or nobody's.\n//!\n//! Managers are told.")).toEqual([
    "Moves work up that is past its due time, or nobody's.",
    "Managers are told.",
  ]);
  expect(paragraphs("Plain words")).toEqual(["Plain words"]);
  expect(paragraphs("")).toEqual([]);
});
