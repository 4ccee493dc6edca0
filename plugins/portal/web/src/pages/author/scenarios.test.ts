import { expect, test } from "vitest";
import { firstScenarios } from "./scenarios";

test("the first scenario submits what the form needs", () => {
  const schema = {
    required: ["model", "many", "for whom"],
    properties: {
      model: { oneOf: [{ const: "light", title: "Light 13" }] },
      many: { type: "integer", minimum: 2 },
      "for whom": { type: "string", "x-pick": "person" },
      reason: { type: "string" },
    },
  };
  expect(firstScenarios("Laptop", schema)).toContain('start(#{ model: "light", many: 2, "for whom": "ann" })');
});

test("a form that needs nothing is submitted empty", () => {
  expect(firstScenarios("Badge", { properties: {} })).toContain("start(#{});");
});
