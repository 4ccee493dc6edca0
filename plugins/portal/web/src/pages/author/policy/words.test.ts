import { describe, expect, test } from "vitest";
import { texts, tongues } from "../../../text/keys";
import { schema } from "./rules";
import { fieldsOf, keysOf, nodeAt, shapeOf, type Node } from "./schema";
import { lookups } from "./words";

/** Every place of the schema, by the names of keys on the way. */
const named = keysOf(schema);

const nodeOf = (name: string) => nodeAt(schema, name.split("/"));

/** Lists have no names of their own on the way: what they are made of is looked for within. */
function nodesOf(node: Node, name: string[]): [string, Node][] {
  const own: [string, Node][] = name.length > 0 ? [[name.join("/"), node]] : [];
  const each = typeof node.additionalProperties === "object" ? nodesOf(node.additionalProperties, [...name, "*"]) : [];
  const items = node.items ? nodesOf(node.items, name) : [];
  const either = (node.anyOf ?? []).flatMap((one) => nodesOf(one, name));
  return [...own, ...fieldsOf(node).flatMap(([key, below]) => nodesOf(below, [...name, key])), ...each, ...items, ...either];
}

const nodes = nodesOf(schema, []);

describe.each(tongues)("%s", (tongue) => {
  const known = texts(tongue, "policy");
  const isSaid = (kind: string, name: string, value = "") => lookups(name).some((key) => known.has(`${kind}.${key}${value}`));

  test("each key of the policy has a label", () => {
    const fields = named.filter((name) => !name.endsWith("*"));
    expect(fields.length).toBeGreaterThan(100);
    expect(fields.filter((name) => !isSaid("label", name))).toEqual([]);
  });

  test("each value that can be chosen is said in words", () => {
    const lacking = nodes.flatMap(([name, node]) => (node.enum ?? []).filter((value) => !isSaid("value", name, `/${String(value)}`)).map((value) => `${name}/${String(value)}`));
    expect(lacking).toEqual([]);
  });

  test("each name that is no name of anything is said in words", () => {
    const also = nodes.flatMap(([name, node]) => [node["x-also"], node.propertyNames?.["x-also"]].flatMap((words) => (words ?? []).map((word) => [name, word] as const)));
    expect(also.length).toBeGreaterThan(0);
    expect(also.filter(([name, word]) => !isSaid("value", name, `/${word}`))).toEqual([]);
  });

  test("each map says what its keys are, each list of cards what a card is", () => {
    const maps = nodes.filter(([, node]) => ["map", "cards"].includes(shapeOf(node)));
    const lacking = maps.filter(([name, node]) => !isSaid(shapeOf(node) === "map" ? "keys" : "each", name));
    expect(lacking.map(([name]) => name).filter((name) => !isByPriority(name) && name !== "priority/matrix")).toEqual([]);
  });

  test("no label is about a key that the policy has not", () => {
    const all = new Set(named.flatMap((name) => lookups(name)));
    const stale = [...known.keys()].flatMap((key) => /^(?:label|help|unit)\.(.+)$/.exec(key)?.[1] ?? []).filter((name) => !all.has(name));
    expect(stale).toEqual([]);
  });
});

/** Times by priority stand in a table with a head of its own, as the matrix does. */
const isByPriority = (name: string) => nodes.some(([other, node]) => other === name && node.propertyNames?.["x-names"] === "priority");

test("each control of the schema has a shape of its own", () => {
  const odd = nodes.filter(([, node]) => shapeOf(node) === "any").map(([name]) => name);
  // Values and the fields of a form may be whatever their scripts and items want.
  expect([...new Set(odd)].sort()).toEqual(["recurring/form", "values/*"]);
  expect(nodeOf("currency")?.type).toBe("string");
});
