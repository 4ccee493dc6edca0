import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import language from "./language.json";
import { openCall } from "./open-call";
import { isProse } from "./script-language";

// Completion of scenarios. Their words come from the guide that the desk holds
// against its own; what their options are called, only the desk's code lists.

const word = ({ name, kind, signature, about }: (typeof language.scenarios)[number]): Completion => ({ label: name, type: kind, detail: signature.slice(name.length), info: about });

const methods = language.scenarios.filter(({ kind }) => kind === "method").map(word);
const functions = [...language.scenarios.filter(({ kind }) => kind === "function").map(word), { label: "fn test_", type: "keyword", detail: "name() { … }", info: "A scenario: its name, as words, says what it proves." }];

const option = ([name, about]: [string, string]): Completion => ({ label: name, type: "property", info: about, apply: `${name}: ` });

const ofStart = (
  [
    ["by", "Who asks, by username; ann where nobody is named."],
    ["requested_for", "For whom, by username."],
    ["item", "The item that is asked for, where the workflow carries several."],
    ["channel", "How it came in: \"portal\", \"phone\"."],
    ["location", "Where it is wanted."],
    ["impact", "An impact of the policy."],
    ["urgency", "An urgency of the policy."],
    ["at", "When: else a Monday, 2026-11-23T09:00:00Z."],
    ["plugins", "What a function answers whenever it is called: #{ \"asset.reserve\": #{ … } }."],
  ] satisfies [string, string][]
).map(option);

const ofAnswers = (
  [
    ["by", "Who answers, by username."],
    ["comment", "What they say beside it."],
    ["code", "A code of the policy."],
    ["output", "What is filled in with the answer."],
  ] satisfies [string, string][]
).map(option);

/** After a dot what is said of a ticket, within options their names, else what begins a scenario. */
export function completeScenario(context: CompletionContext): CompletionResult | null {
  const before = context.state.doc.sliceString(0, context.pos);
  if (isProse(before)) return null;
  const typed = context.matchBefore(/\w*/);
  if (!typed) return null;
  const text = before.slice(0, before.length - (typed.to - typed.from));
  const isAsked = typed.from < typed.to || context.explicit || /\.$/.test(text);
  const options = offeredIn(text);
  return isAsked && options.length > 0 ? { from: typed.from, options, validFor: /^\w*$/ } : null;
}

/** What may stand at the end of this text. */
export function offeredIn(text: string): Completion[] {
  // A dot after digits is that of a number.
  if (/(?:^|[^\d\s.])\s*\.$/.test(text)) return methods;
  const open = /[{,]\s*$/.test(text) ? openCall(text) : undefined;
  const called = language.scenarios.find(({ name }) => name === open?.name);
  if (open && called) {
    const taken = called.signature.slice(called.name.length + 1, -1).split(", ")[open.argument] ?? "";
    if (!taken.includes("options")) return [];
    return called.name === "start" ? ofStart : ofAnswers;
  }
  return functions;
}
