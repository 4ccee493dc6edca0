import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { StreamLanguage } from "@codemirror/language";
import language from "./language.json";
import { openCall } from "./open-call";
import { isPlainName } from "./palette/literals";

// Colours and completion of scripts. The words come from the generated
// reference, so that the editor never knows another language than the desk.

const keywords = /^(?:let|const|if|else|switch|for|in|while|loop|do|until|break|continue|return|throw|try|catch|fn|import|export|as|true|false)\b/;
const known = new Set(language.words.map(({ name }) => name));

export const scriptLanguage = StreamLanguage.define<{ comment: boolean }>({
  name: "rhai",
  startState: () => ({ comment: false }),
  token(stream, state) {
    if (state.comment || stream.match("/*")) {
      state.comment = !stream.match(/^.*?\*\//);
      if (state.comment) stream.skipToEnd();
      return "comment";
    }
    if (stream.eatSpace()) return null;
    if (stream.match("//")) {
      stream.skipToEnd();
      return "comment";
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^`[^`]*`?/)) return "string";
    if (stream.match(/^\d[\d_]*(?:\.\d+)?/)) return "number";
    if (stream.match(keywords)) return "keyword";
    const name = stream.match(/^[A-Za-z_]\w*(?:::\w+)?/) as RegExpMatchArray | null;
    if (name) return known.has(name[0]) || name[0].includes("::") ? "typeName" : "variableName";
    stream.next();
    return null;
  },
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } } },
});

const values = ["form", "request", "item", "ticket", "requester", "requested_for", "owner", "policy"];

const words: Completion[] = [
  ...language.words
    .filter(({ name }) => /^\w+$/.test(name))
    .map(({ name, signature, about }) => ({ label: name, type: "function", detail: signature.slice(name.length), info: about, apply: name })),
  ...values.map((name) => ({ label: name, type: "variable" })),
];

/** A field of the form, as a script reads it. */
export interface FormField {
  name: string;
  title: string;
}

/** Completion that knows the fields of the item's form, as they are when it is asked. */
export const completeWith = (fields: () => FormField[]) => (context: CompletionContext) => complete(context, fields);

/** After `form.` its fields; the options of the word whose map is open before the place, else all words; nothing within a text. */
function complete(context: CompletionContext, fields: () => FormField[]): CompletionResult | null {
  const before = context.state.doc.sliceString(0, context.pos);
  if (isProse(before)) return null;
  const typed = context.matchBefore(/\w*/);
  const ofForm = typed && fieldsAt(before.slice(0, before.length - (typed.to - typed.from)), fields());
  if (ofForm) return { from: typed.from, options: ofForm, validFor: /^\w*$/ };
  if (!typed || (typed.from === typed.to && !context.explicit)) return null;
  const options = optionsAt(before.slice(0, typed.from - context.pos || undefined));
  return { from: typed.from, options: options ?? words, validFor: /^\w*$/ };
}

/** The fields of the form where the text ends with `form.`; those alone that can be said so. */
export function fieldsAt(text: string, fields: FormField[]): Completion[] | undefined {
  if (!/(?<![\w.])form\s*\??\.\s*$/.test(text)) return undefined;
  const once = fields.filter(({ name }, at) => isPlainName(name) && fields.findIndex((other) => other.name === name) === at);
  return once.map(({ name, title }) => ({ label: name, type: "property", detail: title }));
}

/** Whether the end of the text stands within a text or a comment: there people write, and nothing is offered. */
export function isProse(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  return (line.match(/"/g)?.length ?? 0) % 2 === 1 || /\/\//.test(line);
}

/** Options that may stand at the end of this text: after `#{` or a comma of a word's map. */
export function optionsAt(text: string): Completion[] | undefined {
  const open = openCall(text);
  if (open === undefined || !/[{,]\s*$/.test(text)) return undefined;
  const word = language.words.find((known) => known.name === open.name);
  if (!word) return undefined;
  const all = word.kind === "steps" ? [...word.options, ...language.ofEveryStep.filter((common) => !word.options.some(({ name }) => name === common.name))] : word.options;
  return all.map((option) => ({ label: option.name, type: "property", detail: option.takes, info: option.about, apply: `${option.name}: ` }));
}
