import { asObject } from "../content";

// Changes of the author's own JSON: one place gets another value, and everything
// else stays as it stands, in its order.

export type Json = Record<string, unknown>;
export type Path = readonly (string | number)[];

export const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
export const names = (value: unknown): string[] => list(value).filter((one): one is string => typeof one === "string");

export function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((here, key) => (here as Record<string | number, unknown> | undefined)?.[key], value);
}

/** A copy with another value at a place; `undefined` takes the key away. */
export function put<Whole>(value: Whole, path: Path, next: unknown): Whole {
  const [key, ...rest] = path;
  if (key === undefined) return next as Whole;
  if (Array.isArray(value)) return value.map((one, place) => (place === key ? put(one, rest, next) : one)) as Whole;
  const now = asObject(value);
  const below = put(now[key], rest, next);
  if (below === undefined) return without(now, String(key)) as Whole;
  return { ...now, [key]: below } as Whole;
}

export function without(object: Json, key: string): Json {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}

/** The same object with a key called otherwise, in its place. */
export function rekeyed(object: Json, from: string, to: string): Json {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key === from ? to : key, value]));
}

export const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
