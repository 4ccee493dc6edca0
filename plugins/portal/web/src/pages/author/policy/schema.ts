import { asObject } from "../content";
import type { Json } from "../builder/json-place";

// The policy's JSON Schema, as far as forms follow it: what shape of control a
// place wants, what it begins with, and what counts where nothing is said.

export interface Node {
  type?: string | string[];
  description?: string;
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: boolean | Node;
  propertyNames?: Node;
  items?: Node;
  anyOf?: Node[];
  enum?: unknown[];
  const?: unknown;
  pattern?: string;
  format?: string;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  minLength?: number;
  default?: unknown;
  /** What a text names: a group, a calendar, a span of time … */
  "x-names"?: string;
  /** What may be said beside those names. */
  "x-also"?: string[];
}

/** Where a value stands: keys of objects and maps, numbers in lists. */
export type Place = readonly (string | number)[];

export type Shape =
  | "text" | "number" | "yesno" | "choice" | "span" | "date" | "moment" | "name"
  | "names" | "checks" | "texts" | "spans" | "dates" | "stretches"
  | "fields" | "map" | "labels" | "week" | "cards" | "oneOrMany" | "oneOrEach" | "any";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export const week = days;

/** The control that fits a place. */
export function shapeOf(node: Node): Shape {
  if (node.anyOf) return shapeOfEither(node.anyOf);
  if (node.enum) return "choice";
  switch (node.type) {
    case "boolean":
      return "yesno";
    case "integer":
    case "number":
      return "number";
    case "string":
      return shapeOfText(node);
    case "array":
      return shapeOfList(node.items ?? {});
    case "object":
      return shapeOfObject(node);
    default:
      return "any";
  }
}

function shapeOfText(node: Node): Shape {
  if (node["x-names"] === "span") return "span";
  if (node.format === "date") return "date";
  if (node.format === "date-time") return "moment";
  return node["x-names"] && node["x-names"] !== "code" ? "name" : "text";
}

function shapeOfList(items: Node): Shape {
  const shape = shapeOf(items);
  const lists: Partial<Record<Shape, Shape>> = { choice: "checks", span: "spans", date: "dates", name: "names", fields: "cards", text: "texts" };
  // Stretches of a day are texts like any other, but nobody should have to know how they are written.
  if (shape === "text" && isStretch(items)) return "stretches";
  return lists[shape] ?? "any";
}

function shapeOfObject(node: Node): Shape {
  const { properties, additionalProperties: of, propertyNames: keys } = node;
  if (properties && Object.keys(properties).length > 0) return isWeek(Object.keys(properties), properties[days[0]]) ? "week" : "fields";
  if (typeof of !== "object") return "any";
  if (keys?.enum && isWeek(keys.enum, of)) return "week";
  return keys?.["x-names"] === "language" && shapeOf(of) === "text" ? "labels" : "map";
}

function shapeOfEither(either: Node[]): Shape {
  const one = either.find((node) => node.type === "string");
  const other = either.find((node) => node !== one);
  if (either.length !== 2 || !one || !other) return "any";
  if (other.type === "array") return "oneOrMany";
  return other.type === "object" ? "oneOrEach" : "any";
}

const isWeek = (keys: readonly unknown[], of: Node | undefined) =>
  keys.length === 7 && days.every((day) => keys.includes(day)) && of?.type === "array";

/** `08:00-12:00`. */
const stretch = "08:00-12:00";
const isStretch = (node: Node) => node.pattern !== undefined && matches(node.pattern, stretch) && !matches(node.pattern, "text");

export function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    // What only the desk can read, only the desk checks.
    return true;
  }
}

/** The shapes that a map's row or a card of a list has in itself: all others stand on a line. */
export const isLarge = (shape: Shape) => ["fields", "map", "labels", "week", "cards", "oneOrEach", "any", "stretches", "dates", "spans"].includes(shape);

/** The part of the schema that says what stands at a place. */
export function nodeAt(schema: Node, place: Place): Node | undefined {
  return place.reduce<Node | undefined>((node, key) => {
    const parts = node?.anyOf ? [...node.anyOf] : node ? [node] : [];
    for (const part of parts) {
      if (typeof key === "number" && part.items) return part.items;
      const own = part.properties?.[String(key)];
      if (own) return own;
      if (typeof part.additionalProperties === "object") return part.additionalProperties;
    }
    return undefined;
  }, schema);
}

/** Whether a value can be shown by the control of its place; what cannot is for the text. */
export function fits(node: Node, value: unknown): boolean {
  if (value === undefined || Array.isArray(node.type)) return true;
  if (node.anyOf) return node.anyOf.some((one) => fits(one, value));
  switch (node.type) {
    case "boolean":
      return typeof value === "boolean";
    case "integer":
    case "number":
      return typeof value === "number";
    case "string":
      return typeof value === "string";
    case "array":
      return Array.isArray(value) && (shapeOf(node) === "cards" || value.every((one) => fits(node.items ?? {}, one)));
    case "object":
      return value !== null && typeof value === "object" && !Array.isArray(value);
    default:
      return true;
  }
}

/** The least that a new card or row holds. */
export function blank(node: Node): unknown {
  if (node.default !== undefined) return node.default;
  if (node.anyOf) return blank(node.anyOf[0] ?? {});
  if (node.enum) return node.enum[0];
  switch (node.type) {
    case "boolean":
      return false;
    case "integer":
    case "number":
      return node.minimum ?? 0;
    case "string":
      return blankText(node);
    case "array":
      return [];
    case "object":
      return Object.fromEntries((node.required ?? []).map((key) => [key, blank(node.properties?.[key] ?? {})]));
    default:
      return "";
  }
}

function blankText(node: Node): string {
  if (node["x-names"] === "span") return "1d";
  const now = new Date().toISOString();
  if (node.format === "date") return now.slice(0, 10);
  return node.format === "date-time" ? `${now.slice(0, 10)}T00:00:00Z` : "";
}

/** What a control says where its place is left empty: nothing said, or said to be none. */
export function cleared(node: Node, isRequired: boolean): unknown {
  const isList = node.type === "array";
  if (isList && (isRequired || (Array.isArray(node.default) && node.default.length > 0))) return [];
  return isRequired && node.type === "string" ? "" : undefined;
}

/**
 * Parts that are there or not: what they need cannot be guessed, or that they are
 * there at all says something. All others come with their first key.
 */
export function isSwitched(node: Node, place: Place, isRequired: boolean): boolean {
  if (isRequired || shapeOf(node) !== "fields") return false;
  return (node.required?.length ?? 0) > 0 || place.join("/") === "csat";
}

/** Each key of the schema with the names of keys on the way: `sla/response`, `sla/response/*`. */
export function keysOf(schema: Node, path: string[] = []): string[] {
  const own = path.length > 0 ? [path.join("/")] : [];
  const fields = Object.entries(schema.properties ?? {}).flatMap(([key, node]) => keysOf(node, [...path, key]));
  const each = typeof schema.additionalProperties === "object" ? keysOf(schema.additionalProperties, [...path, "*"]) : [];
  // The members of a list have its name; only what they are made of has names of its own.
  const items = schema.items ? keysOf(schema.items, path).filter((key) => key !== path.join("/")) : [];
  const either = (schema.anyOf ?? []).flatMap((node) => keysOf(node, path)).filter((key) => key !== path.join("/"));
  return [...new Set([...own, ...fields, ...each, ...items, ...either])];
}

export const fieldsOf = (node: Node): [string, Node][] => Object.entries(node.properties ?? {});
export const isObject = (value: unknown): value is Json => value === asObject(value);
