import { expect, test } from "vitest";
import { diffLines, undone } from "./unified-diff";

const diff = "--- a\n+++ a\n@@ -1,3 +1,4 @@\n one\n-two\n+TWO\n+more\n three\n";

test("lines are told apart", () => {
  expect(diffLines(diff).map(({ kind }) => kind)).toEqual(["hunk", "same", "removed", "added", "added", "same"]);
});

const change = `--- a.toml\n+++ a.toml\n@@ -1,4 +1,4 @@\n a\n-b\n--- b\n+B\n+--- c\n d\n@@ -9,1 +10,0 @@\n-x\n`;

test("a change is undone, and refused where it does not fit", () => {
  const now = ["a", "B", "--- c", "d", "e", "f", "g", "h", "i", "j", ""].join("\n");
  const before = ["a", "b", "-- b", "d", "e", "f", "g", "h", "i", "j", "x", ""].join("\n");
  expect(undone(now, change)).toBe(before);
  expect(undone("other", change)).toBeUndefined();
});
