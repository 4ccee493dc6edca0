import { describe, expect, test } from "vitest";
import { isPlural, namespaces, placeholders, stem, texts, tongues, uses, type Texts } from "./keys";

const stems = (of: Texts) => [...new Set([...of.keys()].map(stem))].sort();

describe.each(tongues)("%s", (tongue) => {
  test("has each file of texts", () => {
    expect(namespaces(tongue)).toEqual(namespaces("en"));
  });

  test.each(namespaces("en"))("%s.json has the keys and placeholders of the English one", (namespace) => {
    const [english, own] = [texts("en", namespace), texts(tongue, namespace)];
    expect(stems(own)).toEqual(stems(english));
    for (const [key, text] of own) {
      expect(text.trim(), key).not.toBe("");
      // Of a plural any form may leave the number out; the one for "other" is the pattern.
      const pattern = english.get(key) ?? english.get(`${stem(key)}_other`) ?? english.get(stem(key));
      if (isPlural(key)) expect(placeholders(pattern ?? ""), key).toEqual(expect.arrayContaining(placeholders(text)));
      else expect(placeholders(text), key).toEqual(placeholders(pattern ?? ""));
    }
  });

  test.each(namespaces("en"))("%s.json has each plural form of the language", (namespace) => {
    const forms = new Intl.PluralRules(tongue).resolvedOptions().pluralCategories;
    const own = texts(tongue, namespace);
    const counted = [...own.keys()].filter(isPlural).map(stem);
    for (const name of new Set(counted)) {
      const there = [...own.keys()].filter((key) => isPlural(key) && stem(key) === name).map((key) => key.slice(name.length + 1));
      expect(there.sort(), name).toEqual([...forms].sort());
    }
  });
});

test("each key in the code has its text", () => {
  const known = new Map(namespaces("en").map((name) => [name, texts("en", name)]));
  const missing = uses().filter(({ namespaces: named, key, isPrefix }) => {
    const keys = named.flatMap((name) => [...(known.get(name)?.keys() ?? [])]);
    return !keys.some((there) => (isPrefix ? there.startsWith(key) : stem(there) === stem(key)));
  });
  expect(missing).toEqual([]);
});

// The desk's own words (statuses, kinds, …) are there whole, whichever of them a page needs.
test("each text is used by the code", () => {
  const used = uses();
  const idle = namespaces("en").filter((name) => name !== "words").flatMap((name) =>
    stems(texts("en", name))
      .filter((key) => !used.some((use) => use.namespaces.includes(name) && (use.isPrefix ? key.startsWith(use.key) : stem(use.key) === key)))
      .map((key) => `${name}:${key}`),
  );
  expect(idle).toEqual([]);
});
