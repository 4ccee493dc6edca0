import type { RJSFSchema } from "@rjsf/utils";

type Parts = Record<string, unknown>;
const asParts = (value: unknown): Parts => (value !== null && typeof value === "object" ? (value as Parts) : {});

/**
 * The order in which the fields of an object are asked: as the schema names
 * them, and what a condition adds right below the field that decides.
 */
export function askedOrder(schema: RJSFSchema): string[] {
  const order = Object.keys(asParts(schema.properties));
  const put = (fields: string[], after: string[]) => {
    const fresh = fields.filter((field) => !order.includes(field));
    const last = Math.max(-1, ...after.map((field) => order.indexOf(field)));
    if (last < 0) order.push(...fresh);
    else order.splice(last + 1, 0, ...fresh);
  };
  const walk = (part: unknown, after: string[]) => {
    const { if: condition, then, else: other, allOf, properties } = asParts(part);
    if (part !== schema) put(Object.keys(asParts(properties)), after);
    const deciding = condition === undefined ? after : decided(condition);
    // From below, so that what comes first in the schema ends up first.
    for (const branch of [other, then]) if (branch !== undefined) walk(branch, deciding);
    if (Array.isArray(allOf)) for (const inner of [...allOf].reverse()) walk(inner, after);
  };
  walk(schema, []);
  return order;
}

function decided(condition: unknown): string[] {
  const { properties, allOf, anyOf, not } = asParts(condition);
  const inner = [allOf, anyOf].flatMap((list) => (Array.isArray(list) ? list : [])).concat(not ?? []);
  return [...Object.keys(asParts(properties)), ...inner.flatMap(decided)];
}
