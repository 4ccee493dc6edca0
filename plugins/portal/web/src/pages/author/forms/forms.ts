import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { fieldsOf } from "../builder/fields";
import { laidOut } from "../builder/layout";
import { asObject, parsed, type Files } from "../content";
import { beginDraft, draftedForms, draftOfForm } from "../drafts";
import { filesIn, ofText, readContent, type Entry } from "../in-force";
import { useNamed } from "../uses";
import { namingForms, withScenarios } from "./form-uses";

// Forms that tasks and questions are answered with.

const folder = "schemas/forms/";

export const stepFormPath = (name: string) => `${folder}${name}.json`;

const nameIn = (path: string) => /^schemas\/forms\/([^/]+)\.json$/.exec(path)?.[1];

/** `order-number` → `Order number`. */
export const titleFrom = (name: string) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");

/** Begins a form, unpublished: without a field, until the author adds some. */
export function beginForm(name: string, title: string): void {
  const form = { $schema: "https://json-schema.org/draft/2020-12/schema", title, type: "object", required: [], additionalProperties: false, properties: {} };
  beginDraft(draftOfForm(name), { files: { [stepFormPath(name)]: laidOut(form) }, base: {} });
}

export const useStepForm = (name: string) =>
  useQuery({ queryKey: ["content", "form-of-steps", name], queryFn: () => readContent(stepFormPath(name)), refetchOnWindowFocus: false });

const useListed = () =>
  useQuery({
    queryKey: ["content", "forms-of-steps"],
    queryFn: async () => (await filesIn(folder)).filter(({ path }) => nameIn(path) !== undefined),
    staleTime: 60_000,
  });

/** The names of all forms in force; nothing while they are on the way. */
export function useFormNames() {
  const listed = useListed();
  return { ...listed, data: listed.data?.map(({ path }) => nameIn(path) ?? "") };
}

const factsOf = (file: Entry) =>
  ofText("form of steps", file, (text) => {
    const schema = asObject(parsed(text));
    return { title: typeof schema["title"] === "string" ? schema["title"] : "", fields: fieldsOf(schema).length };
  });

export interface FormEntry {
  name: string;
  editable: boolean;
  isDrafted: boolean;
  /** Nothing while its text is on the way. */
  facts: { title: string; fields: number } | undefined;
}

/** All forms in force. */
export function useForms() {
  const listed = useListed();
  const files = listed.data ?? [];
  const facts = useQueries({ queries: files.map(factsOf) });
  const drafts = draftedForms();
  const forms = files.map(({ path, editable }, at): FormEntry => {
    const name = nameIn(path) ?? "";
    return { name, editable, isDrafted: drafts.includes(name), facts: facts[at]?.data };
  });
  return { forms: listed.data && forms, problem: listed.error, retry: () => void listed.refetch() };
}

/** The scripts that ask for a form, with their scenarios, as they are in force. */
export function useScriptsOf(name: string): Files {
  const { data: named } = useNamed(namingForms);
  const { data: listed } = useQuery({ queryKey: ["content", "scripts"], queryFn: () => filesIn("workflows/") });
  const paths = [...(named ?? [])].filter(([, forms]) => forms.includes(name)).flatMap(([path]) => withScenarios(path));
  const files = (listed ?? []).filter(({ path }) => paths.includes(path));
  const texts = useQueries({ queries: files.map((file) => ofText("script", file, (text) => ({ path: file.path, text }))) });
  const read = texts.flatMap(({ data }) => data ?? []);
  const key = files.map(({ path, hash }) => `${path} ${hash}`).join() + read.length;
  // The same texts are the same object: who looks through them need not do so with every key that is typed.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => Object.fromEntries(read.map(({ path, text }) => [path, text])), [key]);
}
