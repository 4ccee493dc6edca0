import { expect, test } from "vitest";
import { fieldsAt, optionsAt } from "./script-language";

const names = (text: string) => optionsAt(text)?.map(({ label }) => label);

test("a step offers its own options and those of every step", () => {
  expect(names('approval("Finance", group("finance"), #{ ')).toEqual(expect.arrayContaining(["quorum", "within"]));
  expect(names('approval("Finance", group("finance"), #{ quorum: 2, ')).toContain("veto");
});

test("an effect offers its own alone", () => {
  expect(names("assign(group(\"x\"), #{ ")).toEqual(["by"]);
});

test("elsewhere there are no options", () => {
  expect(names("let a = #{ ")).toBeUndefined();
  expect(names("if x { ")).toBeUndefined();
  expect(names('task("a", #{ within: ')).toBeUndefined();
});

test("after `form.` the fields of the form are offered, with their titles", () => {
  const fields = [{ name: "size", title: "Size" }, { name: "size", title: "Size again" }, { name: "odd name", title: "Odd" }];
  for (const text of ["if form.", "form?.", "x(form ."]) expect(fieldsAt(text, fields)?.map(({ label, detail }) => [label, detail])).toEqual([["size", "Size"]]);
  for (const text of ["form", "my.form.", "platform.", "form.size."]) expect(fieldsAt(text, fields)).toBeUndefined();
});
