import { describe, expect, test } from "vitest";
import { mentions, piecesOf, saidOtherwise } from "./mentions";

const workflow = "workflows/laptop.rhai";
const scenarios = "workflows/tests/laptop.rhai";
const changed = (file: string, text: string, name = "name", to = "called") => saidOtherwise({ [file]: text }, mentions({ [file]: text }, name).filter(({ isSure }) => isSure), name, to)[file] ?? text;

describe("in a script", () => {
  test.each([
    ["form.name", "form.called"],
    ["form?.name + form . name", "form?.called + form . called"],
    ["form.name.len()", "form.called.len()"],
    ['form["name"]', 'form["called"]'],
    ['if "name" in form { }', 'if "called" in form { }'],
    ["`For ${form.name}: ${f(#{ a: \"}\" })} name`", "`For ${form.called}: ${f(#{ a: \"}\" })} name`"],
    ['approval("A", x, #{ show: ["other", "name"], text: "name" })', 'approval("A", x, #{ show: ["other", "called"], text: "name" })'],
  ])("%s", (before, after) => {
    expect(changed(workflow, before)).toBe(after);
  });

  test.each(["form.names", "form.surname", "form.name_2", "reform.name", "x.form.name", "form.name()", "// form.name", "/* a /* b */ form.name */", '"form.name"', "`form.name`", "let name = 1;", "person.name", "form.other.name", '["name"]'])("%s stays", (text) => {
    expect(changed(workflow, text)).toBe(text);
  });
});

test("in scenarios the form is what is given to start, and no map within it", () => {
  expect(changed(scenarios, 'start(#{ name: "name", guests: [#{ name: "x" }] }).has(#{ name: 1 });')).toBe('start(#{ called: "name", guests: [#{ name: "x" }] }).has(#{ name: 1 });');
  expect(changed(workflow, 'start(#{ name: "x" })')).toBe('start(#{ name: "x" })');
});

test("what only may mean the field is told with its place", () => {
  const text = 'let a = 1;\nset(#{ name: guest.name });\n  say("name", name);';
  expect(mentions({ [workflow]: text }, "name").map(({ line, column, isSure, text: said }) => [line, column, isSure, said])).toEqual([
    [2, 8, false, "set(#{ name: guest.name });"],
    [2, 20, false, "set(#{ name: guest.name });"],
    [3, 8, false, 'say("name", name);'],
  ]);
});

test("the name said in a translation is changed with it", () => {
  const file = "schemas/texts/ru.json";
  expect(changed(file, '{ "form.name": "form.name и form.names" }')).toBe('{ "form.called": "form.called и form.names" }');
});

test("a name changed and changed back leaves the script the same", () => {
  const text = 'let x = form.a; // form.a\nif "a" in form { show: ["a", "b"] } `${form.a} a ${`${form.a}`}`';
  const there = changed(workflow, text, "a", "zz");
  expect(there.match(/zz/g)?.length).toBe(5);
  expect(changed(workflow, there, "zz", "a")).toBe(text);
});

test("pieces are the whole text, each sort for itself", () => {
  const text = 'a("b") /* c */ `d${e + "f"}g` // h';
  const pieces = piecesOf(text);
  expect(pieces.map(({ sort, from, to }) => `${sort[0]}:${text.slice(from, to)}`)).toEqual(["c:a(", 't:"b"', "c:) ", "c:/* c */", "c: ", "t:`d${", 'c:e + ', 't:"f"', "t:}g`", "c: ", "c:// h"]);
  expect(pieces.reduce((end, { from, to }) => (from === end ? to : -1), 0)).toBe(text.length);
});
