import { expect, test } from "vitest";
import { isUnfetched } from "./unfetched";

test("what did not come is told from what broke", () => {
  expect(isUnfetched(new TypeError("Failed to fetch dynamically imported module: http://x/a.js"))).toBe(true);
  expect(isUnfetched(new TypeError("error loading dynamically imported module: http://x/a.js"))).toBe(true);
  expect(isUnfetched(new TypeError("Importing a module script failed."))).toBe(true);
  expect(isUnfetched(new Error("Unable to preload CSS for /assets/a.css"))).toBe(true);
  expect(isUnfetched(new TypeError("undefined is not a function"))).toBe(false);
});
