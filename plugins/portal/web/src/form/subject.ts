import type { RJSFSchema, UiSchema } from "@rjsf/utils";
import { askedOrder } from "./order";
import { sectionsOf } from "./sections";

/** A shorter field asks for a name or a number: no room for saying what it is about. */
const aSentence = 120;
/** A longer one asks for the whole story, which a few words are not. */
const aLine = 500;

// A field with any of these takes something particular, not whatever one says.
const particular = ["oneOf", "anyOf", "enum", "const", "default", "format", "pattern", "x-pick", "x-list"];

export interface Subject {
  field: string;
  maxLength: number;
}

/**
 * The field of a form that says in a line what it is about: the first that is
 * asked, where that is needed and takes any words. Other forms have none.
 */
export function subjectOf(given: object, uiSchema?: object): Subject | undefined {
  const schema = given as RJSFSchema;
  const [field] = sectionsOf(uiSchema as UiSchema | undefined, askedOrder(schema)).flatMap(({ fields }) => fields);
  const asked = field === undefined ? undefined : schema.properties?.[field];
  if (field === undefined || typeof asked !== "object" || !schema.required?.includes(field)) return undefined;
  const maxLength = asked.maxLength ?? aLine;
  const isLine = asked.type === "string" && maxLength >= aSentence && maxLength <= aLine && !particular.some((key) => key in asked);
  return isLine ? { field, maxLength } : undefined;
}
