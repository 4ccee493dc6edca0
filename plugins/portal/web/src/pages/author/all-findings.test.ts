import { expect, test } from "vitest";
import type { Schemas } from "../../api/client";
import { wishOf, joinedBy } from "./drafts";
import { allFindings } from "./all-findings";

const fault = (file: string, severity: Schemas["Severity"], message = "said"): Schemas["Fault"] => ({ file, line: 1, column: 1, code: "x", message, severity });
const own = ["schemas/a.json", "workflows/a.rhai"];

test("errors stand before warnings, and those of others' texts are not shown", () => {
  const check = { faults: [fault("workflows/b.rhai", "error")], warnings: [fault("workflows/b.rhai", "warning"), fault("schemas/a.json", "hint"), fault("workflows/a.rhai", "warning")] };
  expect(allFindings({ check, told: [], json: undefined, own }).map(({ file, severity }) => `${severity} ${file}`)).toEqual([
    "error workflows/b.rhai",
    "warning workflows/a.rhai",
    "hint schemas/a.json",
  ]);
});

test("what is told twice is shown once, and the browser's word only where the desk has none", () => {
  const check = { faults: [fault("schemas/a.json", "error")], warnings: [] };
  const json = fault("schemas/a.json", "error", "Unexpected token");
  expect(allFindings({ check, told: [fault("schemas/a.json", "error")], json, own })).toHaveLength(1);
  expect(allFindings({ check: { faults: [], warnings: [] }, told: [], json, own })).toEqual([json]);
});

test("a draft wishes for what differs, and for nothing that is in force already", () => {
  const base = { form: "1", script: "1" };
  expect(wishOf(base, base, base)).toBeUndefined();
  expect(wishOf({ form: "2", script: "1", tests: "new" }, base, base)).toEqual({ form: "2", tests: "new" });
  expect(wishOf({ script: "1" }, base, base)).toEqual({ form: null });
  expect(wishOf({ form: "2", script: "1" }, base, { form: "2", script: "1" })).toBeUndefined();
});

test("a text that a kept draft has never seen joins it", () => {
  const kept = { files: { form: "2" }, base: { form: "1", script: "1" } };
  expect(joinedBy(kept, { form: "1", script: "1", tests: "t" })).toEqual({ files: { form: "2", tests: "t" }, base: { form: "1", script: "1", tests: "t" } });
});
