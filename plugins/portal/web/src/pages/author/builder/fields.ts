import { asObject } from "../content";
import { testsOf, type Condition } from "./conditions";
import { at, list, names, put, same, without, type Json, type Path } from "./json-place";
import { freshOf, kindOf, type FieldKind, type KnownKind } from "./kinds";

// The form builder works on the author's own JSON: it changes what it is asked
// to, in its place, and leaves everything else as it stands, in its order.

/** Where a field stands: one of the same name may be asked for under several conditions. */
export interface Spot {
  holder: Path;
  name: string;
}

export interface Field extends Spot {
  /** The same however the field is moved. */
  key: string;
  title: string;
  description: string;
  kind: FieldKind;
  required: boolean;
  /** Compulsory only under this condition, though always asked for. */
  requiredWhen: Condition | undefined;
  shownWhen: Condition | undefined;
  /** Under a condition that the builder cannot say; it stays as it is. */
  isFixed: boolean;
  schema: Json;
}

export interface Holder {
  path: Path;
  condition: Condition | undefined;
  isFixed: boolean;
}

/** Objects that hold fields: the form itself, and what its conditions add. */
export function holders(schema: Json): Holder[] {
  const found: Holder[] = [{ path: [], condition: undefined, isFixed: false }];
  const within = (path: Path, part: Json) => {
    for (const side of ["then", "else"]) if (part[side] !== undefined) add([...path, side], conditionOf(path, part, side));
    for (const key of ["allOf", "anyOf", "oneOf"]) {
      list(part[key]).forEach((below, place) => {
        // Only what is under a condition itself: an `allOf` may hold fields beside its `if`, too.
        const { if: _, then: _then, else: _else, ...plain } = asObject(below);
        if (plain["properties"] !== undefined) found.push({ path: [...path, key, place], condition: undefined, isFixed: true });
        within([...path, key, place], asObject(below));
      });
    }
  };
  const add = (path: Path, condition: Condition | undefined) => {
    found.push({ path, condition, isFixed: condition === undefined });
    within(path, asObject(at(schema, path)));
  };
  within([], schema);
  return found;
}

function conditionOf(path: Path, part: Json, side: string): Condition | undefined {
  if (path.length !== 2 || path[0] !== "allOf") return undefined;
  const tests = testsOf(part["if"]);
  return tests && { tests, unless: side === "else" };
}

export function fieldsOf(schema: Json): Field[] {
  const ui = asObject(schema["x-ui"]);
  const known = holders(schema);
  const own = asObject(schema["properties"]);
  const seen = new Map<string, number>();
  return known.flatMap(({ path, condition, isFixed }) => {
    const within = asObject(at(schema, path));
    // What a condition says further of a field that is always asked for stays as it is.
    const here = Object.entries(asObject(within["properties"])).filter(([name]) => path.length === 0 || own[name] === undefined);
    return here.map(([name, given]) => {
      const said = asObject(given);
      const times = seen.get(name) ?? 0;
      seen.set(name, times + 1);
      return {
        holder: path,
        name,
        key: times === 0 ? name : `${name}-${times + 1}`,
        title: typeof said["title"] === "string" ? said["title"] : "",
        description: typeof said["description"] === "string" ? said["description"] : "",
        kind: kindOf(said, asObject(ui[name])),
        required: names(within["required"]).includes(name),
        requiredWhen: path.length > 0 ? undefined : known.find((holder) => holder.condition && !holder.condition.unless && demands(schema, holder, name))?.condition,
        shownWhen: condition,
        isFixed,
        schema: said,
      };
    });
  });
}

const demands = (schema: Json, { path }: Holder, name: string) =>
  names(at(schema, [...path, "required"])).includes(name) && at(schema, [...path, "properties", name]) === undefined;

export const placeOf = ({ holder, name }: Spot): Path => [...holder, "properties", name];

/** Another title, description, choices, … of a field; the rest of it stays. */
export function changeField(schema: Json, spot: Spot, key: string, value: unknown): Json {
  // An empty title keeps its place: more is being typed.
  return put(schema, [...placeOf(spot), key], value === "" && key !== "title" ? undefined : value);
}

export function setRequired(schema: Json, { holder, name }: Spot, required: boolean): Json {
  const path = [...holder, "required"];
  const now = list(at(schema, path));
  if (now.includes(name) === required) return schema;
  return put(schema, path, required ? [...now, name] : now.filter((one) => one !== name));
}

export function addField(schema: Json, name: string, title: string, kind: KnownKind, published?: string): Json {
  const made = put(schema, ["properties", name], { title, ...freshOf(kind, published) });
  return setWidget(made, name, kind === "long");
}

/** A field that asks for something else; its title and hint stay. */
export function changeKind(schema: Json, spot: Spot, kind: KnownKind, published?: string): Json {
  const { title, description } = asObject(at(schema, placeOf(spot)));
  const next = { ...(title !== undefined && { title }), ...(description !== undefined && { description }), ...freshOf(kind, published) };
  return setWidget(put(schema, placeOf(spot), next), spot.name, kind === "long");
}

function setWidget(schema: Json, name: string, isLong: boolean): Json {
  const path = ["x-ui", name, "ui:widget"];
  if (isLong) return put(schema, path, "textarea");
  if (at(schema, path) === undefined) return schema;
  const { "ui:widget": _, ...rest } = asObject(at(schema, ["x-ui", name]));
  return withoutEmptyUi(put(schema, ["x-ui", name], Object.keys(rest).length > 0 ? rest : undefined));
}

/** What the builder has emptied itself goes. */
export function withoutEmptyUi(schema: Json): Json {
  return "x-ui" in schema && Object.keys(asObject(schema["x-ui"])).length === 0 ? without(schema, "x-ui") : schema;
}

/** Takes a field away with all that names it: compulsory, how it is drawn, its section. */
export function removeField(schema: Json, spot: Spot): Json {
  const { name } = spot;
  let next = put(setRequired(schema, spot, false), placeOf(spot), undefined);
  if (!fieldsOf(next).some((other) => other.name === name)) {
    for (const { path } of holders(next)) next = setRequired(next, { holder: path, name }, false);
    if (at(next, ["x-ui", name]) !== undefined) next = withoutEmptyUi(put(next, ["x-ui", name], undefined));
    const sections = at(next, ["x-ui", "ui:sections"]);
    const out = list(sections).map((section) => ({ ...asObject(section), "ui:fields": list(asObject(section)["ui:fields"]).filter((one) => one !== name) }));
    if (sections !== undefined && !same(out, sections)) next = put(next, ["x-ui", "ui:sections"], out);
  }
  return strict(withoutEmptyBranches(next));
}

/** Branches that ask for nothing any more go; those that the builder cannot read stay. */
export function withoutEmptyBranches(schema: Json): Json {
  if (!Array.isArray(schema["allOf"])) return schema;
  const used = schema["allOf"].filter((branch) => {
    const { if: condition, then, else: other, ...rest } = asObject(branch);
    return testsOf(condition) === undefined || Object.keys(rest).length > 0 || !isIdle(then) || !isIdle(other);
  });
  if (used.length === schema["allOf"].length) return schema;
  return put(schema, ["allOf"], used.length > 0 ? used : undefined);
}

function isIdle(side: unknown): boolean {
  const { properties, required, ...more } = asObject(side);
  return Object.keys({ ...more, ...asObject(properties) }).length === 0 && list(required).length === 0;
}

/** Fields of conditions are unknown to `additionalProperties`; the other word sees them. */
export function strict(schema: Json): Json {
  const [from, to] = schema["allOf"] ? ["additionalProperties", "unevaluatedProperties"] : ["unevaluatedProperties", "additionalProperties"];
  if (schema[from as string] !== false) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key === from ? (to as string) : key, value]));
}
