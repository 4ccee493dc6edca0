import { asObject } from "../content";
import { sameCondition, testsOf, withAnswer, written, type Condition } from "./conditions";
import { fieldsOf, holders, placeOf, setRequired, strict, withoutEmptyBranches, type Field, type Spot } from "./fields";
import { at, list, put, type Json, type Path } from "./json-place";

// Under which condition a field is asked for, or compulsory.

/** Asks for a field only under this condition; always without one. */
export function setShownWhen(schema: Json, spot: Spot, when: Condition | undefined): Json {
  const field = fieldsOf(schema).find((one) => one.name === spot.name && one.holder.join() === spot.holder.join());
  if (!field || field.isFixed || sameCondition(field.shownWhen, when) || !isFree(schema, field, when)) return schema;
  let next = put(setRequired(schema, field, false), placeOf(field), undefined);
  // Compulsory sometimes, of what is asked for always, is no more to be said.
  if (field.requiredWhen) next = withoutDemands(next, field.name);
  const made = branchOf(withoutEmptyBranches(next), when);
  next = put(made.schema, [...made.path, "properties", field.name], field.schema);
  return strict(setRequired(next, { holder: made.path, name: field.name }, field.required || field.requiredWhen !== undefined));
}

/** Whether no other field of this name is asked for then. */
export function isFree(schema: Json, spot: Spot, when: Condition | undefined): boolean {
  const others = fieldsOf(schema).filter((one) => one.name === spot.name && one.holder.join() !== spot.holder.join());
  return others.every(({ shownWhen }) => when !== undefined && !sameCondition(shownWhen, when));
}

/** Makes a field that is always asked for compulsory only under this condition. */
export function setRequiredWhen(schema: Json, field: Field, when: Condition | undefined): Json {
  if (sameCondition(field.requiredWhen, when)) return schema;
  let next = setRequired(schema, field, false);
  next = withoutEmptyBranches(withoutDemands(next, field.name));
  if (!when) return strict(next);
  const made = branchOf(next, when);
  return strict(setRequired(made.schema, { holder: made.path, name: field.name }, true));
}

function withoutDemands(schema: Json, name: string): Json {
  const said = holders(schema).filter(({ path, condition }) => path.length > 0 && condition && !condition.unless && at(schema, [...path, "properties", name]) === undefined);
  return said.reduce((next, { path }) => setRequired(next, { holder: path, name }, false), schema);
}

/** The object that this condition adds, made where there is none. */
function branchOf(schema: Json, when: Condition | undefined): { schema: Json; path: Path } {
  if (!when) return { schema, path: [] };
  const there = holders(schema).find(({ condition }) => sameCondition(condition, when));
  if (there) return { schema, path: there.path };
  const branches = list(schema["allOf"]);
  const path = ["allOf", branches.length, when.unless ? "else" : "then"];
  const branch = { if: written(when.tests), [when.unless ? "else" : "then"]: { required: [], properties: {} } };
  return { schema: { ...schema, allOf: [...branches, branch] }, path };
}

/** Fields whose answer can decide about this one: not itself, nor what depends on it. */
export function decidersOf(fields: Field[], field: Field): Field[] {
  const waiting = (name: string, seen: string[] = []): boolean =>
    fields.some((one) => one.name === name && one.shownWhen?.tests.some((test) => test.field === field.name || (!seen.includes(test.field) && waiting(test.field, [...seen, name]))));
  const able = fields.filter(({ kind }) => kind === "yesno" || kind === "choice" || kind === "number" || kind === "decimal");
  const once = able.filter(({ name }, place) => able.findIndex((other) => other.name === name) === place);
  return once.filter((one) => one.name !== field.name && !waiting(one.name));
}

/** Names of what is asked for, or compulsory, by this field's answer. */
export function dependents(schema: Json, name: string): string[] {
  const fields = fieldsOf(schema);
  const byIt = fields.filter(({ shownWhen, requiredWhen }) => [shownWhen, requiredWhen].some((when) => when?.tests.some((test) => test.field === name)));
  return [...new Set(byIt.map((field) => field.title || field.name))];
}

/** Whether some condition names this answer of a field. */
export function isAsked(schema: Json, name: string, answer: unknown): boolean {
  return fieldsOf(schema).some(({ shownWhen, requiredWhen }) =>
    [shownWhen, requiredWhen].some((when) => when?.tests.some((test) => test.field === name && "is" in test && test.is.includes(answer))),
  );
}

/** A choice called otherwise, in its field, in the field's default and in the conditions that name it. */
export function renameChoice(schema: Json, spot: Spot, from: unknown, to: string): Json {
  const field = asObject(at(schema, placeOf(spot)));
  const choices = list(field["oneOf"]).map((choice) => (asObject(choice)["const"] === from ? { ...asObject(choice), const: to } : choice));
  let next = put(schema, placeOf(spot), { ...field, oneOf: choices, ...(field["default"] === from && { default: to }) });
  // Of the same name under another condition, the answer may go on being called so.
  const others = fieldsOf(next).filter((one) => one.name === spot.name && one.holder.join() !== spot.holder.join());
  if (others.some((one) => list(one.schema["oneOf"]).some((choice) => asObject(choice)["const"] === from))) return next;
  list(next["allOf"]).forEach((branch, place) => {
    const tests = testsOf(asObject(branch)["if"]);
    if (tests) next = put(next, ["allOf", place, "if"], written(withAnswer(tests, spot.name, from, to)));
  });
  return next;
}
