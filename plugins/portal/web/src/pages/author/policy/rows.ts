import { at, put, same, type Json } from "../builder/json-place";
import { asObject } from "../content";
import { isObject, isSwitched, nodeAt, type Node, type Place } from "./schema";

// Changes of the policy as JSON: one place gets another value, all else stays.

/**
 * A value at its place, or nothing there. Parts that have come to hold nothing go,
 * where it makes no difference that they are there.
 */
export function set(schema: Node, policy: Json, place: Place, value: unknown): Json {
  const next = put(policy, place, value);
  const above = place.slice(0, -1);
  if (value !== undefined || above.length === 0) return next;
  const [node, holder] = [nodeAt(schema, above), at(next, above)];
  const isRequired = nodeAt(schema, above.slice(0, -1))?.required?.includes(String(above.at(-1))) ?? false;
  const isPart = typeof above.at(-1) === "string" && node?.properties !== undefined && !isRequired && !isSwitched(node, above, false);
  // A card of a map is there by its name, whatever it holds.
  const isNamed = nodeAt(schema, above.slice(0, -1))?.properties?.[String(above.at(-1))] === undefined;
  return isPart && !isNamed && isObject(holder) && Object.keys(holder).length === 0 ? set(schema, next, above, undefined) : next;
}

export function moved<One>(list: readonly One[], from: number, by: 1 | -1): One[] {
  const to = from + by;
  if (to < 0 || to >= list.length) return [...list];
  return list.toSpliced(from, 1).toSpliced(to, 0, list[from] as One);
}

/** Dates stay in their order where they were in it. */
export function withDate(dates: readonly string[], date: string): string[] {
  if (dates.includes(date)) return [...dates];
  const isSorted = dates.every((one, place) => place === 0 || (dates[place - 1] as string) <= one);
  return isSorted ? [...dates, date].sort() : [...dates, date];
}

/** A name that no other key has: `desk_2`. */
export function freeName(taken: readonly string[], wish: string): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wish : `${wish}_${number}`;
    if (!taken.includes(name)) return name;
  }
}

/** The policy with something called otherwise, wherever the policy itself names it. */
export function renamed(schema: Node, policy: Json, kind: string, from: string, to: string): Json {
  const walk = (node: Node | undefined, value: unknown): unknown => {
    if (!node) return value;
    if (typeof value === "string") return value === from && [node, ...(node.anyOf ?? [])].some((one) => one["x-names"] === kind) ? to : value;
    const parts = [node, ...(node.anyOf ?? [])];
    if (Array.isArray(value)) return value.map((one) => walk(parts.find(({ items }) => items)?.items, one));
    if (!isObject(value)) return value;
    const keys = parts.find(({ propertyNames }) => propertyNames)?.propertyNames;
    return Object.fromEntries(
      Object.entries(value).map(([key, below]) => [key === from && keys?.["x-names"] === kind ? to : key, walk(nodeAt(node, [key]), below)]),
    );
  };
  const next = walk(schema, policy);
  return same(next, policy) ? policy : asObject(next);
}

/**
 * What was changed here, done to what others have published meanwhile; where both
 * changed one key, this one stands. Lists are one thing, unless their parts can be
 * told to be the same ones.
 */
export function merged(mine: unknown, base: unknown, theirs: unknown): unknown {
  if (same(mine, base)) return theirs;
  if (same(theirs, base)) return mine;
  if (isObject(mine) && isObject(theirs)) {
    const before = asObject(base);
    // Their order, then what was added here.
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const all = keys.map((key) => [key, merged(mine[key], before[key], theirs[key])] as const);
    return Object.fromEntries(all.filter(([, value]) => value !== undefined));
  }
  const lists = [mine, base, theirs];
  if (lists.every((list): list is unknown[] => Array.isArray(list) && list.every(isObject)) && new Set(lists.map((list) => JSON.stringify(list.map(mark)))).size === 1) {
    const [own, before, other] = lists as [unknown[], unknown[], unknown[]];
    return own.map((one, place) => merged(one, before[place], other[place]));
  }
  return mine;
}

/** What tells one card of a list from the others. */
const mark = (card: unknown) => {
  const { name, code, item, valid_from: from } = asObject(card);
  return [name, code, item, from];
};
