import { asObject } from "../content";

// The form builder works on the author's own JSON: it changes what it is asked
// to, in its place, and leaves everything else as it stands, in its order.

export type Json = Record<string, unknown>;

export type FieldKind = "text" | "long" | "number" | "yesno" | "choice" | "date" | "moment" | "person" | "group" | "list" | "file" | "other";

/** When a field is asked for: that another has this answer. */
export interface ShownWhen {
  field: string;
  is: unknown;
}

export interface Field {
  name: string;
  title: string;
  description: string;
  kind: FieldKind;
  required: boolean;
  shownWhen: ShownWhen | undefined;
  /** Under a condition that the builder cannot say; it stays as it is. */
  isFixed: boolean;
  section: string | undefined;
  schema: Json;
}

export interface Choice {
  const: string;
  title: string;
  "x-price"?: string;
}

interface Place {
  holder: (string | number)[];
  shownWhen: ShownWhen | undefined;
  isFixed: boolean;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Objects that hold fields: the form itself, and what its conditions add. */
function holders(schema: Json): Place[] {
  const branches = list(schema["allOf"]).flatMap((branch, place): Place[] => {
    const condition = simple(asObject(branch)["if"]);
    return ["then", "else"].filter((side) => asObject(branch)[side] !== undefined).map((side) => ({
      holder: ["allOf", place, side],
      shownWhen: side === "then" ? condition : undefined,
      isFixed: side === "else" || condition === undefined,
    }));
  });
  return [{ holder: [], shownWhen: undefined, isFixed: false }, ...branches];
}

/** `{properties: {a: {const: x}}, required: [a]}` and nothing else. */
function simple(condition: unknown): ShownWhen | undefined {
  const { properties, required, ...rest } = asObject(condition);
  const [[field, said] = [], ...more] = Object.entries(asObject(properties));
  const keys = Object.keys(asObject(said));
  if (field === undefined || more.length > 0 || Object.keys(rest).length > 0) return undefined;
  if (keys.length !== 1 || keys[0] !== "const" || list(required).length !== 1 || list(required)[0] !== field) return undefined;
  return { field, is: asObject(said)["const"] };
}

export function kindOf(schema: Json, ui: Json): FieldKind {
  if (schema["x-pick"] === "person") return "person";
  if (schema["x-pick"] === "group") return "group";
  if (schema["x-list"] !== undefined) return "list";
  if (Array.isArray(schema["oneOf"])) return "choice";
  if (schema["type"] === "boolean") return "yesno";
  if (schema["type"] === "number" || schema["type"] === "integer") return "number";
  if (schema["type"] !== "string") return "other";
  const formats: Record<string, FieldKind> = { attachment: "file", date: "date", "date-time": "moment" };
  if (typeof schema["format"] === "string") return formats[schema["format"]] ?? "other";
  return ui["ui:widget"] === "textarea" ? "long" : "text";
}

export function fieldsOf(schema: Json): Field[] {
  const ui = asObject(schema["x-ui"]);
  const sections = list(ui["ui:sections"]).map(asObject);
  const all = holders(schema).flatMap(({ holder, shownWhen, isFixed }) => {
    const within = asObject(at(schema, holder));
    return Object.entries(asObject(within["properties"])).filter(([name]) => holder.length === 0 || asObject(schema["properties"])[name] === undefined).map(([name, given]) => {
      const own = asObject(given);
      return {
        name,
        title: typeof own["title"] === "string" ? own["title"] : "",
        description: typeof own["description"] === "string" ? own["description"] : "",
        kind: kindOf(own, asObject(ui[name])),
        required: list(within["required"]).includes(name),
        shownWhen,
        isFixed,
        section: sections.find((section) => list(section["ui:fields"]).includes(name))?.["ui:title"] as string | undefined,
        schema: own,
      };
    });
  });
  // What several conditions add is one field; its conditions are not for the builder.
  const once = all.filter(({ name }, place) => all.findIndex((other) => other.name === name) === place);
  return once.map((field) => (all.filter(({ name }) => name === field.name).length > 1 ? { ...field, isFixed: true } : field));
}

function at(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((here, key) => (here as Record<string | number, unknown> | undefined)?.[key], value);
}

/** A copy with another value at a place; `undefined` takes the key away. */
function put(value: unknown, path: (string | number)[], next: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return next;
  if (Array.isArray(value)) return value.map((one, place) => (place === key ? put(one, rest, next) : one));
  const now = asObject(value);
  const below = put(now[key], rest, next);
  if (below === undefined) return Object.fromEntries(Object.entries(now).filter(([name]) => name !== key));
  return { ...now, [key]: below };
}

function holderOf(schema: Json, name: string): (string | number)[] {
  const found = holders(schema).find(({ holder }) => asObject(asObject(at(schema, holder))["properties"])[name] !== undefined);
  return found?.holder ?? [];
}

/** Another title, description, choices, … of a field; the rest of it stays. */
export function changeField(schema: Json, name: string, key: string, value: unknown): Json {
  return put(schema, [...holderOf(schema, name), "properties", name, key], value === "" ? undefined : value) as Json;
}

export function setRequired(schema: Json, name: string, required: boolean): Json {
  const path = [...holderOf(schema, name), "required"];
  const now = list(at(schema, path));
  if (now.includes(name) === required) return schema;
  return put(schema, path, required ? [...now, name] : now.filter((one) => one !== name)) as Json;
}

const fresh: Record<Exclude<FieldKind, "other">, Json> = {
  text: { type: "string", maxLength: 200 },
  long: { type: "string", maxLength: 2000 },
  number: { type: "integer", minimum: 0 },
  yesno: { type: "boolean" },
  choice: { oneOf: [{ const: "first", title: "First" }] },
  date: { type: "string", format: "date" },
  moment: { type: "string", format: "date-time" },
  person: { type: "string", "x-pick": "person" },
  group: { type: "string", "x-pick": "group" },
  list: { type: "string", "x-list": "locations" },
  file: { type: "string", format: "attachment" },
};

export function addField(schema: Json, name: string, title: string, kind: Exclude<FieldKind, "other">): Json {
  const made = put(schema, ["properties", name], { title, ...fresh[kind] }) as Json;
  return kind === "long" ? (put(made, ["x-ui", name], { "ui:widget": "textarea" }) as Json) : made;
}

/** Takes a field away with all that names it: compulsory, how it is drawn, its section. */
export function removeField(schema: Json, name: string): Json {
  let next = setRequired(schema, name, false);
  next = put(next, [...holderOf(next, name), "properties", name], undefined) as Json;
  if (at(next, ["x-ui", name]) !== undefined) next = put(next, ["x-ui", name], undefined) as Json;
  return setSection(next, name, undefined);
}

export function moveField(schema: Json, name: string, by: 1 | -1): Json {
  const path = [...holderOf(schema, name), "properties"];
  const entries = Object.entries(asObject(at(schema, path)));
  const from = entries.findIndex(([key]) => key === name);
  const [one, other] = [entries[from], entries[from + by]];
  if (!one || !other) return schema;
  entries[from] = other;
  entries[from + by] = one;
  return put(schema, path, Object.fromEntries(entries)) as Json;
}

/** Into a section of this title, made where there is none; `undefined` takes it out. */
export function setSection(schema: Json, name: string, title: string | undefined): Json {
  const now = list(asObject(schema["x-ui"])["ui:sections"]).map(asObject);
  if (now.find((section) => list(section["ui:fields"]).includes(name))?.["ui:title"] === title) return schema;
  const without = now.map((section) => ({ ...section, "ui:fields": list(section["ui:fields"]).filter((one) => one !== name) }) as Json);
  const known = title === undefined || without.some((section) => section["ui:title"] === title);
  const all = known ? without : [...without, { "ui:title": title, "ui:fields": [] }];
  const next = all.map((section) => (title !== undefined && section["ui:title"] === title ? { ...section, "ui:fields": [...list(section["ui:fields"]), name] } : section));
  return put(schema, ["x-ui", "ui:sections"], next.filter((section) => list(section["ui:fields"]).length > 0)) as Json;
}

/** Asks for a field only when another has this answer; always without one. */
export function setShownWhen(schema: Json, name: string, when: ShownWhen | undefined): Json {
  const field = fieldsOf(schema).find((one) => one.name === name);
  if (!field || field.isFixed || JSON.stringify(field.shownWhen) === JSON.stringify(when)) return schema;
  let next = setRequired(schema, name, false);
  next = put(next, [...holderOf(next, name), "properties", name], undefined) as Json;
  next = withoutEmptyBranches(next);
  if (when) {
    const place = holders(next).find((one) => JSON.stringify(one.shownWhen) === JSON.stringify(when))?.holder;
    const condition = { properties: { [when.field]: { const: when.is } }, required: [when.field] };
    const path = place ?? ["allOf", list(next["allOf"]).length, "then"];
    if (!place) next = { ...next, allOf: [...list(next["allOf"]), { if: condition, then: { required: [], properties: {} } }] };
    next = put(next, [...path, "properties", name], field.schema) as Json;
  } else next = put(next, ["properties", name], field.schema) as Json;
  return strict(setRequired(next, name, field.required));
}

function withoutEmptyBranches(schema: Json): Json {
  if (!Array.isArray(schema["allOf"])) return schema;
  const used = schema["allOf"].filter((branch) => {
    const { if: condition, then, ...rest } = asObject(branch);
    const { properties, required, ...more } = asObject(then);
    return simple(condition) === undefined || Object.keys({ ...rest, ...more, ...asObject(properties) }).length > 0 || list(required).length > 0;
  });
  return put(schema, ["allOf"], used.length > 0 ? used : undefined) as Json;
}

/** Fields of conditions are unknown to `additionalProperties`; the other word sees them. */
function strict(schema: Json): Json {
  const [from, to] = schema["allOf"] ? ["additionalProperties", "unevaluatedProperties"] : ["unevaluatedProperties", "additionalProperties"];
  if (schema[from as string] !== false) return schema;
  return Object.fromEntries(Object.entries(schema).map(([key, value]) => [key === from ? (to as string) : key, value]));
}
