import { Problem, type FieldError } from "../../api/problem";

type Values = Record<string, unknown>;

/** What the API keeps as nothing rather than as an empty text. */
function meant(value: unknown): unknown {
  const text = typeof value === "string" ? value.trim() : value;
  return text === "" || text === undefined ? null : text;
}

function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((entry) => other.includes(entry));
  if (isRecord(one) && isRecord(other)) {
    const names = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...names].every((name) => same(one[name] ?? [], other[name] ?? []));
  }
  return one === other;
}

const isRecord = (value: unknown): value is Values => value !== null && typeof value === "object" && !Array.isArray(value);

/** The merge patch of what was typed over a record: only what is another now. */
export function changed(before: object, typed: object): Values {
  const known = before as Values;
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, meant(value)] as const)
      .filter(([name, value]) => !same(value, meant(known[name]))),
  );
}

/** The body of a new record: what was typed, without what was left empty. */
export function filled(typed: object): Values {
  return Object.fromEntries(
    Object.entries(typed)
      .map(([name, value]) => [name, meant(value)] as const)
      .filter(([, value]) => value !== null),
  );
}

const errorsOf = (problem: unknown): FieldError[] => (problem instanceof Problem ? problem.errors : []);

/** What the server says of a field or of an entry of it: `/groups` and `/groups/0`. */
export function saidOf(problem: unknown, field: string): string | undefined {
  const own = errorsOf(problem).filter(({ pointer }) => pointer === `/${field}` || pointer.startsWith(`/${field}/`));
  return own.length > 0 ? own.map(({ message }) => message).join("; ") : undefined;
}

/** Whether all that the server found fault with is shown at the fields. */
export function isAllShown(problem: unknown, fields: readonly string[]): boolean {
  const errors = errorsOf(problem);
  return errors.length > 0 && errors.every(({ pointer }) => fields.some((field) => pointer === `/${field}` || pointer.startsWith(`/${field}/`)));
}
