import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { insertionOf, spotFor } from "./place";

/** The script with a step at `‸`; without one, nobody has put the cursor anywhere. */
function put(script: string, step = "note(1);"): string {
  const cursor = script.indexOf("‸");
  const text = script.replace("‸", "");
  const { from, to, insert, anchor, head } = insertionOf(spotFor(text, Math.max(cursor, 0), cursor >= 0), step);
  const made = text.slice(0, from) + insert + text.slice(to);
  expect(made.slice(anchor, head).split("\n").map((line) => line.trim())).toEqual(step.split("\n").map((line) => line.trim()));
  return made;
}

test("a blank line is taken", () => {
  expect(put("a();\n‸\nb();\n")).toBe("a();\nnote(1);\nb();\n");
  expect(put("if x {\n    ‸\n}\n")).toBe("if x {\n    note(1);\n}\n");
  expect(put("if x {\n‸\n}\n")).toBe("if x {\n    note(1);\n}\n");
  expect(put("a();\n‸")).toBe("a();\nnote(1);\n");
  expect(put("‸")).toBe("note(1);\n");
});

test("from within a line it goes below, from its start above", () => {
  expect(put("a(‸);\nb();\n")).toBe("a();\nnote(1);\nb();\n");
  expect(put("a();\n‸b();\n")).toBe("a();\nnote(1);\nb();\n");
  expect(put("if x {\n‸    b();\n}")).toBe("if x {\n    note(1);\n    b();\n}");
});

test("in a block it is as far in as the block's own", () => {
  expect(put("if x {‸\n    b();\n}")).toBe("if x {\n    note(1);\n    b();\n}");
  expect(put("if x {\n    b();‸\n}")).toBe("if x {\n    b();\n    note(1);\n}");
  expect(put("if x {\n    b();\n}‸\nc();")).toBe("if x {\n    b();\n}\nnote(1);\nc();");
  expect(put("if x {\n    b();\n‸} else {\n    c();\n}")).toBe("if x {\n    b();\n} else {\n    note(1);\n    c();\n}");
});

test("what goes on over several lines stays whole", () => {
  const step = "parallel(#{\n    a: || b(),\n});";
  expect(put('let x = f(#{\n    a: "}‸",\n    b: 1,\n});\nc();')).toBe('let x = f(#{\n    a: "}",\n    b: 1,\n});\nnote(1);\nc();');
  expect(put("  f(1,‸\n    2);\nc();", step)).toBe("  f(1,\n    2);\n  parallel(#{\n      a: || b(),\n  });\nc();");
  expect(put("parallel(#{\n    a: || {\n        b();‸\n    },\n});")).toBe("parallel(#{\n    a: || {\n        b();\n        note(1);\n    },\n});");
  expect(put("let y = switch x {\n    1 => ‸2,\n    _ => 3,\n};\nc();")).toBe("let y = switch x {\n    1 => 2,\n    _ => 3,\n};\nnote(1);\nc();");
  expect(put("let x =‸\n    1;\n")).toBe("let x =\n    1;\nnote(1);\n");
  expect(put("/* ‸one\ntwo */\na();")).toBe("/* one\ntwo */\nnote(1);\na();");
  expect(put("let t = `one {‸\ntwo`;\n")).toBe("let t = `one {\ntwo`;\nnote(1);\n");
  expect(put("if x {\n    a();\n}‸\nelse {\n    b();\n}\n")).toBe("if x {\n    a();\n}\nelse {\n    note(1);\n    b();\n}\n");
});

test("the lines that say what the script is stay at its head", () => {
  expect(put("‸//! One\n//! two\n\na();")).toBe("//! One\n//! two\nnote(1);\n\na();");
});

test("where nobody has put the cursor it goes before the end", () => {
  expect(put('//! One\n\na();\nresolve("x");\n')).toBe('//! One\n\na();\nnote(1);\nresolve("x");\n');
  expect(put('if x {\n    reject("x");\n}\nhandle("y");\n')).toBe('if x {\n    reject("x");\n}\nhandle("y");\nnote(1);\n');
  expect(put("")).toBe("note(1);\n");
});

test("a text that is not whole keeps what it has", () => {
  expect(put("f(1,‸\n2\n")).toBe("f(1,\n2\nnote(1);\n");
});

const workflows = new URL("../../../../../../../workflows/", import.meta.url);

test("in every script that is shipped each line has a place between two statements", () => {
  const files = readdirSync(workflows).filter((name) => name.endsWith(".rhai"));
  expect(files.length).toBeGreaterThan(10);
  for (const file of files) {
    const script = readFileSync(new URL(file, workflows), "utf8");
    for (let at = 0; at >= 0 && at < script.length; at = script.indexOf("\n", at) + 1 || -1) {
      const { from } = spotFor(script, at, true);
      const before = script.slice(0, from).replace(/\/\/[^\n]*/g, "").trimEnd();
      expect(before === "" || /[;{}]$/.test(before), `${file} after ${before.slice(-40)}`).toBe(true);
    }
  }
});

test("after what ends the ticket nothing is inserted", () => {
  expect(put('a();\nresolve("x");‸\n')).toBe('a();\nnote(1);\nresolve("x");\n');
  expect(put('a();\nresolve("x");\n\n// said\n‸')).toBe('a();\nnote(1);\nresolve("x");\n\n// said\n');
  expect(put('a();\nresolve(\n    "x"‸);\n')).toBe('a();\nnote(1);\nresolve(\n    "x");\n');
  expect(put('if x {\n    reject("y");‸\n}\nb();\n')).toBe('if x {\n    note(1);\n    reject("y");\n}\nb();\n');
  expect(put('if x {\n    reject("y");\n}‸\nb();\n')).toBe('if x {\n    reject("y");\n}\nnote(1);\nb();\n');
});
