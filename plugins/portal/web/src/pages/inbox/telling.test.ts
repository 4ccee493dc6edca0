import { expect, test } from "vitest";
import { tellingWords } from "./telling";

test("the words of the request tell it from another, not its choices and dates", () => {
  const form = { model: "light-13-inch-2026", from: "2026-11-23T10:00:00Z", reason: "Mine is broken since Monday" };
  expect(tellingWords({ model: "light-13-inch-2026" }, { form })).toBe("Mine is broken since Monday");
  expect(tellingWords({ why: "For the new colleague" }, { form })).toBe("For the new colleague");
  expect(tellingWords(undefined, { form: {}, description: "The screen flickers" })).toBe("The screen flickers");
  expect(tellingWords(undefined, undefined)).toBeUndefined();
});
