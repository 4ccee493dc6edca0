import { expect, test } from "vitest";
import { fieldsOf } from "../builder/fields";
import { always, answersFor, deciding, isChosen, onlyIf } from "./only-if";

const fields = fieldsOf({
  required: ["size", "urgent"],
  properties: {
    size: { title: "Size", oneOf: [{ const: "s", title: "Small" }, { const: 'l"', title: "Large" }] },
    urgent: { type: "boolean" },
    extra: { oneOf: [{ const: 1, title: "One" }] },
    why: { type: "string" },
  },
});

test("fields with answers that can be told apart decide", () => {
  expect(deciding(fields).map(({ name }) => name)).toEqual(["size", "urgent", "extra"]);
  expect(answersFor(fields, "size").map(({ value, title }) => [value, title])).toEqual([['"s"', "Small"], ['"l\\""', "Large"]]);
});

test("a step is written within its condition", () => {
  expect(onlyIf("note(\n    1);", { field: "size", answer: '"s"' }, fields)).toBe('if form.size == "s" {\n    note(\n        1);\n}');
  expect(onlyIf("note(1);", { field: "urgent", answer: "false" }, fields)).toBe("if !form.urgent {\n    note(1);\n}");
  expect(onlyIf("note(1);", { field: "extra", answer: "1" }, fields)).toBe("if given(form.extra) && form.extra == 1 {\n    note(1);\n}");
});

test("without a condition it stays as it is, and half of one is none", () => {
  expect(onlyIf("note(1);", always, fields)).toBe("note(1);");
  expect([isChosen(always), isChosen({ field: "size", answer: "" })]).toEqual([true, false]);
});
