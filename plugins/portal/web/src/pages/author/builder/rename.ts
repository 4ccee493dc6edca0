import { asObject } from "../content";
import { list, rekeyed, type Json } from "./json-place";

// A field called otherwise: its key, and every other place of the form that
// names it. Fields of tables and parts have names of their own.

/** What scripts can say after `form.`. */
export const fieldName = /^[a-z][a-z0-9_]{0,59}$/;
const keywords = new Set("let const if else switch for in while loop do until break continue return throw try catch fn import export as true false this private is type".split(" "));

export const isSayable = (name: string) => fieldName.test(name) && !keywords.has(name);

/** `Last day of use` → `last_day_of_use`; `field` where no Latin letter is in it. */
export function nameFor(title: string, taken: string[]): string {
  const plain = title.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+/, "").slice(0, 40).replace(/_+$/, "");
  const stem = isSayable(plain) ? plain : plain === "" ? "field" : `${plain}_`;
  const free = [stem, ...taken.map((_, place) => `${stem.replace(/_$/, "")}_${place + 2}`)];
  return free.find((name) => !taken.includes(name)) ?? stem;
}

/** Whether anything in the form goes by this name already. */
export function isTaken(schema: Json, name: string): boolean {
  const probe = `${name}\u0000`;
  return JSON.stringify(renamed(schema, name, probe)) !== JSON.stringify(schema);
}

export function renamed(schema: Json, from: string, to: string): Json {
  const word = (value: unknown) => (value === from ? to : value);
  const words = (value: unknown) => (Array.isArray(value) ? value.map(word) : value);
  const each = (value: unknown, change: (below: unknown) => unknown) =>
    Object.fromEntries(Object.entries(asObject(value)).map(([key, below]) => [key, change(below)]));

  /** A part of the form that is about the same answers. */
  const part = (value: unknown): unknown => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => {
        if (key === "required") return [key, words(below)];
        if (key === "properties") return [key, rekeyed(asObject(below), from, to)];
        if (key === "default" && isObject(below)) return [key, rekeyed(below, from, to)];
        if (key === "examples") return [key, list(below).map((one) => (isObject(one) ? rekeyed(one, from, to) : one))];
        if (key === "dependentRequired") return [key, rekeyed(each(below, words), from, to)];
        if (key === "dependentSchemas") return [key, rekeyed(each(below, part), from, to)];
        if (key === "allOf" || key === "anyOf" || key === "oneOf") return [key, Array.isArray(below) ? below.map(part) : below];
        if (key === "if" || key === "then" || key === "else" || key === "not") return [key, part(below)];
        return [key, below];
      }),
    );
  };
  const drawn = (ui: Json): Json =>
    Object.fromEntries(
      Object.entries(rekeyed(ui, from, to)).map(([key, below]) => {
        if (key === "ui:order") return [key, words(below)];
        if (key !== "ui:sections" || !Array.isArray(below)) return [key, below];
        return [key, below.map((section) => ("ui:fields" in asObject(section) ? { ...asObject(section), "ui:fields": words(asObject(section)["ui:fields"]) } : section))];
      }),
    );
  const next = part(schema) as Json;
  return isObject(next["x-ui"]) ? { ...next, "x-ui": drawn(next["x-ui"]) } : next;
}

const isObject = (value: unknown): value is Json => value !== null && typeof value === "object" && !Array.isArray(value);
