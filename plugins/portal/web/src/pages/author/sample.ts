import type { FieldError } from "../../api/problem";
import { asObject } from "./content";

// Something to draw a path for before anybody has filled in the form: the
// least that each compulsory field takes.

type Value = Record<string, unknown>;
type LookUp = (list: string) => Promise<string | undefined>;

interface Known {
  person: string;
  group: string | undefined;
  first: LookUp;
}

export async function sampleForm(schema: unknown, known: Known): Promise<Value> {
  const { properties, required } = asObject(schema);
  const fields = asObject(properties);
  const value: Value = {};
  for (const name of list(required)) if (typeof name === "string") value[name] = await sampleOf(fields[name], known);
  return value;
}

/** What the server says is missing, filled in from wherever the schema describes it. */
export async function mended(schema: unknown, value: Value, errors: FieldError[], known: Known): Promise<Value> {
  const next = { ...value };
  for (const { pointer } of errors) {
    const name = pointer.split("/")[2];
    const field = name === undefined ? undefined : findField(schema, name);
    if (name !== undefined && field !== undefined) next[name] = await sampleOf(field, known);
  }
  return next;
}

function findField(part: unknown, name: string): unknown {
  const { properties, allOf, then, else: other } = asObject(part);
  const own = asObject(properties)[name];
  if (own !== undefined && Object.keys(asObject(own)).some((key) => key === "type" || key === "oneOf")) return own;
  for (const below of [...list(allOf), then, other]) {
    const found = below === undefined ? undefined : findField(below, name);
    if (found !== undefined) return found;
  }
  return own;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const amount = (value: unknown, otherwise: number) => (typeof value === "number" ? value : otherwise);

async function sampleOf(given: unknown, known: Known): Promise<unknown> {
  const field = asObject(given);
  if ("const" in field) return field["const"];
  if ("default" in field) return field["default"];
  const [choice] = list(field["oneOf"] ?? field["enum"]);
  if (choice !== undefined) return "const" in asObject(choice) ? asObject(choice)["const"] : choice;
  if (list(field["examples"]).length > 0) return list(field["examples"])[0];
  if (field["x-pick"] === "person") return known.person;
  if (field["x-pick"] === "group") return known.group;
  if (typeof field["x-list"] === "string") return known.first(field["x-list"]);
  switch (field["type"]) {
    case "boolean":
      return false;
    case "integer":
    case "number":
      return amount(field["minimum"], 1);
    case "array":
      return Promise.all(Array.from({ length: amount(field["minItems"], 0) }, () => sampleOf(field["items"], known)));
    case "object":
      return sampleForm(field, known);
    default:
      return sampleText(field);
  }
}

function sampleText({ format, minLength }: Value): string {
  const next = new Date(Date.now() + 7 * 24 * 3_600_000).toISOString();
  if (format === "date") return next.slice(0, 10);
  if (format === "date-time") return `${next.slice(0, 19)}Z`;
  if (format === "email") return "sample@example.org";
  return "sample".padEnd(amount(minLength, 1), " text");
}
