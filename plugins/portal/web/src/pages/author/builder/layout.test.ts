import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { laidOut } from "./layout";

const root = new URL("../../../../../../../", import.meta.url);
const jsonIn = (folder: string) => readdirSync(new URL(folder, root)).filter((file) => file.endsWith(".json")).map((file) => `${folder}/${file}`);
const shipped = [
  ...jsonIn("schemas"),
  ...jsonIn("schemas/forms"),
  ...readdirSync(new URL("gallery", root)).map((name) => `gallery/${name}/schema.json`),
];

test.each(shipped)("%s is laid out much as it was written by hand", (path) => {
  const text = readFileSync(new URL(path, root), "utf8");
  const laid = laidOut(JSON.parse(text));
  expect(JSON.stringify(JSON.parse(laid))).toBe(JSON.stringify(JSON.parse(text)));
  const lines = new Set(text.split("\n"));
  expect(laid.split("\n").filter((line) => !lines.has(line)).length).toBeLessThanOrEqual(10);
});

test("nothing, and what is empty, is laid out, too", () => {
  expect(laidOut({ a: {}, b: [], c: null, d: { e: [1, "x", true] } })).toBe('{\n  "a": {},\n  "b": [],\n  "c": null,\n  "d": { "e": [1, "x", true] }\n}\n');
});
