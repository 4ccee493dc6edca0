import { expect, test } from "vitest";
import { describedBy } from "./described";

test("a control points to what is drawn, and to nothing else", () => {
  const id = "root_a";
  expect(describedBy({ id, schema: {}, options: {} })).toBeUndefined();
  expect(describedBy({ id, schema: {}, options: {}, rawErrors: [] })).toBeUndefined();
  expect(describedBy({ id, schema: { description: "Why" }, options: {}, rawErrors: ["Needed"] })).toBe("root_a__error root_a__description");
  expect(describedBy({ id, schema: {}, options: { description: "Why", help: "How" } })).toBe("root_a__description root_a__help");
});
