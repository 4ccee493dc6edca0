import { expect, test } from "vitest";
import { merged, mergedShared, textsOfForm, withoutShared, withText } from "./translations";

const file = (texts: Record<string, string>) => `${JSON.stringify(texts, null, 2)}\n`;

test("what people read of a form is found once each", () => {
  const schema = {
    title: "Laptop",
    description: "A new one.",
    "x-catalog": { category: "technical", keywords: ["notebook"] },
    "x-ui": { "ui:sections": [{ "ui:title": "The device", "ui:fields": ["model"] }], reason: { "ui:widget": "textarea", "ui:help": "Why" } },
    properties: {
      title: { title: "Model", default: "Light", oneOf: [{ const: "light", title: "Light 13" }, { const: "n", title: "13" }] },
      again: { title: "Model" },
    },
    allOf: [{ if: { properties: { title: { const: "light" } } }, then: { properties: { more: { title: "More" } } } }],
  };
  expect(textsOfForm(schema)).toEqual(["Laptop", "A new one.", "Model", "Light 13", "More", "technical", "The device", "Why"]);
});

test("one translation is written, changed and taken away, and all else stays as it is", () => {
  const before = file({ Laptop: "Ноутбук", Badge: "Пропуск" });
  expect(withText(before, "Key", "Ключ")).toBe(file({ Laptop: "Ноутбук", Badge: "Пропуск", Key: "Ключ" }));
  expect(withText(before, "Laptop", "Лэптоп")).toBe(file({ Laptop: "Лэптоп", Badge: "Пропуск" }));
  expect(withText(before, "Laptop", "")).toBe(file({ Badge: "Пропуск" }));
  expect(withText(before, "Key", "")).toBe(before);
  expect(withText(withText(before, "Laptop", "", before), "Laptop", "Ноутбук", before)).toBe(before);
});

test("translations change no way", () => {
  expect(withoutShared({ "schemas/texts/ru.json": "{}" })).toBeUndefined();
  expect(withoutShared({ "schemas/texts/ru.json": "{}", "workflows/a.rhai": "x" })).toEqual({ "workflows/a.rhai": "x" });
});

test("what others have published in the same file stays", () => {
  const base = file({ Laptop: "Ноутбук", Badge: "Пропуск" });
  const mine = file({ Laptop: "Лэптоп", Key: "Ключ" });
  const theirs = file({ Laptop: "Ноутбук", Badge: "Пропуск", Desk: "Стол" });
  expect(merged(mine, base, theirs)).toBe(file({ Laptop: "Лэптоп", Desk: "Стол", Key: "Ключ" }));
  const path = "schemas/texts/ru.json";
  const files = mergedShared({ [path]: mine, a: "mine" }, { [path]: base, a: "base" }, { [path]: theirs, a: "theirs" });
  expect(files).toEqual({ [path]: merged(mine, base, theirs), a: "mine" });
});
