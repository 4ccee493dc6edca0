import { asObject } from "../content";
import { askedOrder } from "../../../form/order";
import { fieldsOf, withoutEmptyUi, type Field } from "./fields";
import { list, names, put, same, type Json } from "./json-place";

// Sections part a long form. Fields within one stand in the order of the form
// itself; what is in none comes last.

export interface Group {
  /** Which of the sections; nothing for the fields that are in none. */
  place: number | undefined;
  title: string;
  fields: Field[];
}

const sectionsIn = (schema: Json) => list(asObject(schema["x-ui"])["ui:sections"]).map(asObject);
const fieldsIn = (section: Json) => names(section["ui:fields"]);

/** The fields as people see them: by section, in the order in which they are asked. */
export function groupsOf(schema: Json): Group[] {
  const order = askedOrder(schema);
  const fields = fieldsOf(schema).sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  const sections = sectionsIn(schema);
  const placed = sections.map((section, place) => ({
    place,
    title: String(section["ui:title"] ?? ""),
    fields: fields.filter(({ name }) => sections.findIndex((one) => fieldsIn(one).includes(name)) === place),
  }));
  return [...placed, { place: undefined, title: "", fields: fields.filter(({ name }) => !sections.some((one) => fieldsIn(one).includes(name))) }];
}

function withSections(schema: Json, sections: Json[]): Json {
  return withoutEmptyUi(put(schema, ["x-ui", "ui:sections"], sections.length > 0 ? sections : undefined));
}

/** Into one of the sections; `undefined` takes the field out. */
export function setSection(schema: Json, name: string, place: number | undefined): Json {
  const now = sectionsIn(schema);
  const from = now.findIndex((section) => fieldsIn(section).includes(name));
  if (from === (place ?? -1)) return schema;
  const order = askedOrder(schema);
  const rank = (one: string) => (order.includes(one) ? order.indexOf(one) : order.length);
  return withSections(
    schema,
    now.map((section, at) => {
      const fields = fieldsIn(section);
      if (at !== place) return fields.includes(name) ? { ...section, "ui:fields": fields.filter((one) => one !== name) } : section;
      const later = fields.findIndex((one) => rank(one) > rank(name));
      return { ...section, "ui:fields": later < 0 ? [...fields, name] : fields.toSpliced(later, 0, name) };
    }),
  );
}

export function addSection(schema: Json, title: string): Json {
  return withSections(schema, [...sectionsIn(schema), { "ui:title": title, "ui:fields": [] }]);
}

export function renameSection(schema: Json, place: number, title: string): Json {
  return put(schema, ["x-ui", "ui:sections", place, "ui:title"], title);
}

export function moveSection(schema: Json, place: number, by: 1 | -1): Json {
  const now = sectionsIn(schema);
  const [one, other] = [now[place], now[place + by]];
  return one && other ? withSections(schema, now.with(place, other).with(place + by, one)) : schema;
}

/** Its fields stay, in no section. */
export function removeSection(schema: Json, place: number): Json {
  return withSections(schema, sectionsIn(schema).toSpliced(place, 1));
}

/** The field before or after it, of its section and under its condition, that it can change places with. */
export function neighbour(schema: Json, field: Field, by: 1 | -1): Field | undefined {
  const sectionOf = (name: string) => sectionsIn(schema).findIndex((section) => fieldsIn(section).includes(name));
  const beside = fieldsOf(schema).filter(({ holder, name }) => same(holder, field.holder) && sectionOf(name) === sectionOf(field.name));
  return beside[beside.findIndex(({ name }) => name === field.name) + by];
}

/** Two fields change places: what lies between them in the text stays. */
export function moveField(schema: Json, field: Field, by: 1 | -1): Json {
  const other = neighbour(schema, field, by);
  if (!other) return schema;
  const path = [...field.holder, "properties"];
  const entries = Object.entries(asObject(path.reduce<unknown>((here, key) => (here as Json)[key], schema)));
  const swapped = entries.map(([name, value]) => {
    if (name === field.name) return [other.name, other.schema] as const;
    return name === other.name ? ([field.name, field.schema] as const) : ([name, value] as const);
  });
  return put(schema, path, Object.fromEntries(swapped));
}
