import { expect, test } from "vitest";

// Ant Design's icons name themselves in English ("save", "inbox"): whoever hears the
// page would hear that before each word. A picture that says something is named by us.

const sources = import.meta.glob("../**/*.tsx", { query: "?raw", import: "default", eager: true }) as Record<string, string>;

test("each icon is either silent or named in the viewer's language", () => {
  const speaking = Object.entries(sources).flatMap(([path, text]) => {
    const icons = text.match(/<(?:[A-Z]\w+(?:Outlined|Filled|TwoTone)|[\w.]+\.Icon)\b[^>]*\/>/g) ?? [];
    return icons.filter((icon) => !/\baria-(hidden|label)\b/.test(icon)).map((icon) => `${path}: ${icon}`);
  });
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  expect(speaking).toEqual([]);
});
