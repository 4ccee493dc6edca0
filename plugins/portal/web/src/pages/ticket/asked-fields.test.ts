import { expect, test } from "vitest";
import { askedFields, toLookUp } from "./asked-fields";

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

const stand = {
  properties: {
    when: {
      title: "When",
      type: "object",
      properties: { start: { title: "From", type: "string", format: "date-time" }, end: { title: "To", type: "string", format: "date-time" } },
    },
    things: {
      title: "Things",
      type: "array",
      items: {
        type: "object",
        properties: { what: { title: "What", oneOf: [{ const: "s", title: "Screen" }] }, pieces: { title: "Pieces", type: "integer" }, by: { title: "By", type: "string", "x-pick": "person" } },
      },
    },
    lead: { title: "Lead", type: "string", "x-pick": "person" },
  },
};
const filled = {
  lead: "lin",
  when: { end: "2026-12-14T17:00:00Z", start: "2026-12-14T08:00:00Z" },
  things: [{ pieces: 2, what: "s", by: "dan" }, { pieces: 1, what: "s" }],
};

test("answers within answers stand in the form's order, in the viewer's words", () => {
  const said = { yes: "Yes", no: "No", day: (day: string) => day, moment: (at: string) => `${at.slice(11, 13)} h`, named: (_: unknown, key: string) => key.toUpperCase() };
  expect(askedFields(filled, stand, said).map(({ title, value }) => [title, value])).toEqual([
    ["When", "From: 08 h, To: 17 h"],
    ["Things", "What: Screen, Pieces: 2, By: DAN\nWhat: Screen, Pieces: 1"],
    ["Lead", "LIN"],
  ]);
});

test("each name is looked up once", () => {
  expect(toLookUp({ ...filled, things: [...filled.things, ...filled.things] }, stand).map(({ key }) => key)).toEqual(["dan", "lin"]);
});
