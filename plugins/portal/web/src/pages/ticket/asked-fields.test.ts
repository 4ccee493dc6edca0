import { expect, test } from "vitest";
import { askedFields } from "./asked-fields";

const schema = {
  properties: {
    model: { title: "Model", oneOf: [{ const: "pro", title: "Pro 16" }] },
    bag: { title: "With a bag", type: "boolean" },
    tried: { title: "Tried", type: "array", items: { oneOf: [{ const: "restart", title: "Restarted it" }] } },
    shot: { title: "Screenshot", type: "string", format: "attachment" },
  },
  allOf: [{ if: {}, then: { properties: { until: { title: "Until", type: "string", format: "date" } } } }],
};

test("gives each field its title, each choice its own", () => {
  const fields = askedFields({ until: "2030-01-01", model: "pro", bag: true, tried: ["restart"], shot: "f1", extra_word: "x", empty: "" }, schema);
  expect(fields.map(({ title, value, kind }) => `${title}=${value} ${kind}`)).toEqual([
    "Model=Pro 16 text",
    "With a bag= yes",
    "Tried=Restarted it text",
    "Screenshot=f1 file",
    "Until=2030-01-01 date",
    "extra word=x text",
  ]);
});

test("shows what was filled in without knowing the form", () => {
  expect(askedFields({ model: "pro", people: [{ name: "Bo" }] }, undefined).map(({ value }) => value)).toEqual(["pro", "name: Bo"]);
});
