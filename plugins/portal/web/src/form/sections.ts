import type { UiSchema } from "@rjsf/utils";

export interface Section {
  title: string | undefined;
  fields: string[];
}

/** `ui:sections` of a form, and last the fields that are in none of them. */
export function sectionsOf(uiSchema: UiSchema | undefined, names: string[]): Section[] {
  const said = (uiSchema as { "ui:sections"?: { "ui:title"?: string; "ui:fields"?: string[] }[] } | undefined)?.["ui:sections"];
  if (!Array.isArray(said)) return [{ title: undefined, fields: names }];
  const sections = said.map((section) => ({ title: section["ui:title"], fields: section["ui:fields"] ?? [] }));
  const placed = new Set(sections.flatMap(({ fields }) => fields));
  return [...sections, { title: undefined, fields: names.filter((name) => !placed.has(name)) }];
}
