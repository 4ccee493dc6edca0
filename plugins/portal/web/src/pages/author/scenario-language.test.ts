import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { offeredIn } from "./scenario-language";

const names = (text: string) => offeredIn(text).map(({ label }) => label);

test("after a dot stands what is said of a ticket", () => {
  expect(names("let t = start(#{}).")).toEqual(expect.arrayContaining(["approve", "silence", "ends"]));
  expect(names('t.approve("Line manager")\n        .')).toContain("open");
  expect(names("t.")).not.toContain("start");
  expect(names("1.")).not.toContain("approve");
});

test("elsewhere stands what begins one", () => {
  expect(names("fn test_a() { let t = ")).toEqual(["start", "check", "fn test_"]);
});

test("options are those of the word, at their place", () => {
  expect(names("start(#{}, #{ ")).toContain("requested_for");
  expect(names('t.done("Hand over", #{ a: 1 }, #{ by: "dan", ')).toEqual(["by", "comment", "code", "output"]);
  expect(names("start(#{ ")).toEqual([]);
  expect(names('t.done("Hand over", #{ ')).toEqual([]);
  expect(names("t.has(#{ ")).toEqual([]);
});

test("the options are those that the desk takes", () => {
  const desk = (file: string) => readFileSync(new URL(`../../../../../../src/workflow/scenario/${file}`, import.meta.url), "utf8");
  const taken = (file: string) => [...(/const OPTIONS: \[&str; \d+\] =\s*\[([^\]]*)\]/.exec(desk(file))?.[1] ?? "").matchAll(/"(\w+)"/g)].map((hit) => hit[1]);
  expect(names("start(#{}, #{ ").sort()).toEqual(taken("play.rs").sort());
  expect(names('t.approve("x", #{ ').sort()).toEqual(taken("asked.rs").sort());
});
