import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import { StreamLanguage } from "@codemirror/language";
import language from "./language.json";

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

/** The options of the word whose map is open before the place, else all words; nothing within a text. */
export function complete(context: CompletionContext): CompletionResult | null {
  const before = context.state.doc.sliceString(0, context.pos);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  if ((line.match(/"/g)?.length ?? 0) % 2 === 1 || /\/\//.test(line)) return null;
  const typed = context.matchBefore(/\w*/);
  if (!typed || (typed.from === typed.to && !context.explicit)) return null;
  const options = optionsAt(before.slice(0, typed.from - context.pos || undefined));
  return { from: typed.from, options: options ?? words, validFor: /^\w*$/ };
}

/** Options that may stand at the end of this text: after `#{` or a comma of a word's map. */
export function optionsAt(text: string): Completion[] | undefined {
  const open = openMap(text);
  if (open === undefined || !/[{,]\s*$/.test(text)) return undefined;
  const name = callBefore(text.slice(0, open));
  const word = language.words.find((known) => known.name === name);
  if (!word) return undefined;
  const all = word.kind === "steps" ? [...word.options, ...language.ofEveryStep.filter((common) => !word.options.some(({ name }) => name === common.name))] : word.options;
  return all.map((option) => ({ label: option.name, type: "property", detail: option.takes, info: option.about, apply: `${option.name}: ` }));
}

/** Where the map begins that is still open at the end. */
function openMap(text: string): number | undefined {
  const stack: number[] = [];
  const code = text.replace(/"(?:[^"\\\n]|\\.)*"/g, (quoted) => "_".repeat(quoted.length));
  for (let place = 0; place < code.length; place++) {
    if (code[place] === "{") stack.push(place);
    else if (code[place] === "}") stack.pop();
  }
  const last = stack.at(-1);
  return last !== undefined && code[last - 1] === "#" ? last : undefined;
}

/** The word in whose brackets the end of the text stands. */
function callBefore(text: string): string | undefined {
  let depth = 0;
  for (let place = text.length - 1; place >= 0; place--) {
    if (text[place] === ")") depth++;
    else if (text[place] === "(" && depth-- === 0) return /([A-Za-z_]\w*)$/.exec(text.slice(0, place))?.[1];
  }
  return undefined;
}
