import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { mentionsOfAnswer } from "../builder/mentions";
import { usesOf } from "../uses";
import { formsNamedIn, namingForms, withScenarios } from "./form-uses";
import { titleFrom } from "./forms";

const root = new URL("../../../../../../../", import.meta.url);
const namesIn = (folder: string, end: string) => readdirSync(new URL(folder, root)).filter((file) => file.endsWith(end)).map((file) => file.slice(0, -end.length));

test("a script names the forms of its steps, each once, and none in comments or texts", () => {
  const script = [
    'let a = task("Get an offer", group("x"), #{ about: name, form: "offer" });',
    'ask("form: \\"no\\"", requester, #{ form : "works" }); // form: "comment"',
    'task("Again", group("x"), #{',
    '    form: "offer",',
    "});",
    'open_ticket("x", #{ platform: "no", other: "form: no" }); set(form.form, "no");',
  ].join("\n");
  expect(formsNamedIn(script)).toEqual(["offer", "works"]);
  expect(formsNamedIn("")).toEqual([]);
  expect(formsNamedIn('task("Half written", group("x"), #{ form: "')).toEqual([]);
});

test("every shipped form is asked for by a shipped script, and every form that one asks for is there", () => {
  const scripts = namesIn("workflows", ".rhai").map((name) => readFileSync(new URL(`workflows/${name}.rhai`, root), "utf8"));
  expect([...new Set(scripts.flatMap(formsNamedIn))].sort()).toEqual(namesIn("schemas/forms", ".json").sort());
});

test("scripts ask for forms, and scenarios say the names of their fields, too", () => {
  expect(["workflows/a.rhai", "workflows/lib/a.rhai", "workflows/tests/a.rhai", "workflows/policy.toml"].filter(namingForms.mayName)).toEqual(["workflows/a.rhai", "workflows/lib/a.rhai"]);
  expect(withScenarios("workflows/purchase.rhai")).toEqual(["workflows/purchase.rhai", "workflows/tests/purchase.rhai"]);
});

test("a form is used by the items whose workflow asks for it", () => {
  const named = new Map([["workflows/purchase.rhai", ["offer"]], ["workflows/lib/buy.rhai", ["offer"]], ["workflows/laptop.rhai", ["handover"]]]);
  const items = [{ item: "purchase-request", title: "Purchase", workflow: "purchase" }];
  expect(usesOf("offer", named, items)).toEqual([
    { to: "/author/purchase-request", name: "Purchase" },
    { to: undefined, name: "workflows/lib/buy.rhai" },
  ]);
});

test("what scripts say of the item's form is not about the answer of a step", () => {
  const script = 'let best = task("Choose", group("x"), #{ form: "best-offer", show: ["amount"] });\ncheck(form.amount, best.amount);';
  expect(mentionsOfAnswer({ "workflows/a.rhai": script }, "amount").map(({ line, column }) => [line, column])).toEqual([[2, 25]]);
});

test("a form begun from its name has a title that can be read", () => {
  expect(titleFrom("order-number")).toBe("Order number");
});
