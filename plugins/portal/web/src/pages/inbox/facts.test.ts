import { expect, test } from "vitest";
import { partFacts } from "./facts";

test("parts of an answer stand in the form's order, and what it does not know comes last", () => {
  const schema = { properties: { start: { title: "From" }, end: { title: "To" } } };
  const facts = partFacts({ more: 1, end: "2026-12-14", start: "2026-12-10" }, schema);
  expect(facts.map(({ label }) => label)).toEqual(["From", "To", "More"]);
});
