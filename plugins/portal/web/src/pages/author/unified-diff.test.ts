import { expect, test } from "vitest";
import { diffLines } from "./unified-diff";

const diff = "--- a\n+++ a\n@@ -1,3 +1,4 @@\n one\n-two\n+TWO\n+more\n three\n";

test("lines are told apart", () => {
  expect(diffLines(diff).map(({ kind }) => kind)).toEqual(["hunk", "same", "removed", "added", "added", "same"]);
});
