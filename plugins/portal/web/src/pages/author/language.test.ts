import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @ts-expect-error a script without types
import { language } from "../../../scripts/language.mjs";

test("the words of the editor are those of the reference: else `npm run language`", () => {
  expect(readFileSync(new URL("language.json", import.meta.url), "utf8")).toBe(language());
});
