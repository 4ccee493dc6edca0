import { expect, test } from "vitest";
import { diffLines, takenBack } from "./unified-diff";

const diff = "--- a\n+++ a\n@@ -1,3 +1,4 @@\n one\n-two\n+TWO\n+more\n three\n";

test("an older text comes out of a newer one", () => {
  expect(takenBack("one\nTWO\nmore\nthree\n", diff)).toBe("one\ntwo\nthree\n");
});

test("what comes after the last change stays", () => {
  expect(takenBack("one\nTWO\nmore\nthree\nfour\nfive\n", diff)).toBe("one\ntwo\nthree\nfour\nfive\n");
});

test("a diff that does not fit is no diff of it", () => {
  expect(takenBack("something else\n", diff)).toBeUndefined();
});

test("a new file was nothing", () => {
  expect(takenBack("a\nb\n", "--- f\n+++ f\n@@ -0,0 +1,2 @@\n+a\n+b\n")).toBe("");
});

test("lines are told apart", () => {
  expect(diffLines(diff).map(({ kind }) => kind)).toEqual(["hunk", "same", "removed", "added", "added", "same"]);
});
