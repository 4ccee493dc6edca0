import type { Field } from "../builder/fields";
import { answersOf } from "../builder/kinds";
import { formField, indented, quoted } from "./literals";

// A step that is taken only with some answer of the form.

/** Which field decides, and the answer as the script writes it; nothing chosen while it is empty. */
export interface OnlyIf {
  field: string;
  answer: string;
}

export const always: OnlyIf = { field: "", answer: "" };

const literal = (value: unknown) => (typeof value === "string" ? quoted(value) : String(value));

/** Fields whose answers can be told apart, each once. */
export function deciding(fields: Field[]): Field[] {
  const able = fields.filter(({ kind, schema }) => answersOf(kind, schema).length > 0);
  return able.filter(({ name }, at) => able.findIndex((other) => other.name === name) === at);
}

/** The answers of all fields of that name, as the script writes them. */
export function answersFor(fields: Field[], name: string): { value: string; title: string | undefined; isYes: boolean | undefined }[] {
  const all = fields.filter((field) => field.name === name).flatMap(({ kind, schema }) => answersOf(kind, schema));
  const told = all.map(({ value, title }) => ({ value: literal(value), title, isYes: typeof value === "boolean" ? value : undefined }));
  return told.filter(({ value }, at) => told.findIndex((other) => other.value === value) === at);
}

export const isChosen = ({ field, answer }: OnlyIf) => field === "" || answer !== "";

/** The step within its condition; one that may be unanswered is asked for first. */
export function onlyIf(step: string, { field, answer }: OnlyIf, fields: Field[]): string {
  if (field === "" || answer === "") return step;
  const own = fields.filter(({ name }) => name === field);
  const isSure = own.length === 1 && own.every(({ required, shownWhen, isFixed }) => required && !shownWhen && !isFixed);
  const read = formField(field);
  const test = answer === "true" ? read : answer === "false" ? `!${read}` : `${read} == ${answer}`;
  return `if ${isSure ? "" : `given(${read}) && `}${test} {\n${indented(step, "    ")}\n}`;
}
