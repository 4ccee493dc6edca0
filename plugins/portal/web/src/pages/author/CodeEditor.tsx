import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, isolateHistory } from "@codemirror/commands";
import { json } from "@codemirror/lang-json";
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { diagnosticCount, lintGutter, setDiagnostics, type Diagnostic } from "@codemirror/lint";
import { Annotation, EditorState, type Extension } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useImperativeHandle, useRef, type Ref } from "react";
import type { Schemas } from "../../api/client";
import { nonce } from "../../theme/nonce";
import type { Insertion } from "./palette/place";
import { completeScenario } from "./scenario-language";
import { completeWith, scriptLanguage, type FormField } from "./script-language";
import { tomlLanguage } from "./toml-language";

export interface CodeEditorHandle {
  /** Puts the cursor there. */
  goTo: (line: number, column: number) => void;
  /** The text, where the cursor stands in it, and whether anybody has put it there. */
  cursor: () => { text: string; place: number; isPlaced: boolean } | undefined;
  /** Puts a text in, selected, as a change of its own that is undone at once. */
  insert: (insertion: Insertion) => void;
  focus: () => void;
}

interface Props {
  value: string;
  onChange: (value: string) => void;
  language: Language;
  faults: Schemas["Fault"][];
  label: string;
  /** Of the item whose script it is: offered after `form.`. */
  formFields?: FormField[];
  readOnly?: boolean;
  ref?: Ref<CodeEditorHandle>;
}

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.bool, tags.null], color: "var(--accent)" },
  { tag: tags.typeName, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.number, color: "var(--caution)" },
  { tag: tags.comment, color: "var(--quiet)" },
  { tag: tags.propertyName, color: "var(--ink)", fontWeight: "600" },
]);

const look = EditorView.theme({
  "&": { backgroundColor: "var(--surface)", color: "var(--ink)", fontSize: "13.5px", height: "100%" },
  ".cm-gutters": { backgroundColor: "var(--ground)", color: "var(--quiet)", borderRight: "1px solid var(--line)" },
  ".cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--accent-soft) 45%, transparent)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-soft) !important" },
  ".cm-tooltip": { backgroundColor: "var(--surface)", color: "var(--ink)", border: "1px solid var(--line)", maxWidth: "34rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--surface)" },
  ".cm-completionDetail": { color: "inherit", opacity: "0.85", fontStyle: "normal" },
});

/** What is put in from outside is nobody's typing, and is not told back. */
const given = Annotation.define<boolean>();

type Language = "script" | "scenarios" | "json" | "toml";

const inLanguage = (language: Language, offered: () => FormField[]): Extension => [
  nonce ? EditorView.cspNonce.of(nonce) : [],
  lineNumbers(),
  history(),
  drawSelection(),
  highlightActiveLine(),
  indentOnInput(),
  indentUnit.of(language === "json" ? "  " : "    "),
  bracketMatching(),
  closeBrackets(),
  lintGutter(),
  language === "json" ? json() : language === "toml" ? tomlLanguage : scriptLanguage,
  // Scenarios are written as scripts are, but with words of their own.
  language === "json" || language === "toml" ? [] : autocompletion({ override: [language === "script" ? completeWith(offered) : completeScenario] }),
  syntaxHighlighting(colours),
  look,
  EditorView.lineWrapping,
  // Tab is left alone: with the keyboard one must get out of the editor, too.
  keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap]),
];

let isWarm = false;

/** The first editor takes four times as long as any later one: in a quiet moment one is made for nobody. */
export function warm(): void {
  if (isWarm) return;
  isWarm = true;
  new EditorView({ doc: "// nobody\nlet a = 1;\n", extensions: inLanguage("script", () => []) }).destroy();
}

/** A code editor; React gives it a text when it is another than it holds, and its findings. */
export default function CodeEditor({ value, onChange, language, faults, label, formFields, readOnly = false, ref }: Props) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const tell = useRef(onChange);
  tell.current = onChange;
  const offered = useRef(formFields ?? []);
  offered.current = formFields ?? [];
  const first = useRef(value);
  const placed = useRef(false);

  useEffect(() => {
    if (!place.current) return;
    placed.current = false;
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current,
        extensions: [
          inLanguage(language, () => offered.current),
          EditorState.readOnly.of(readOnly),
          // In the order of the Tab key by name: checkers of accessibility do not see what can be edited as such.
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (update.transactions.some((change) => change.isUserEvent("select") || change.isUserEvent("input"))) placed.current = true;
            const isGiven = update.transactions.some((change) => change.annotation(given));
            if (update.docChanged && !isGiven) tell.current(update.state.doc.toString());
          }),
        ],
      }),
    });
    isWarm = true;
    view.current = made;
    return () => made.destroy();
  }, [language, readOnly, label]);

  useEffect(() => {
    first.current = value;
    const now = view.current;
    if (!now || now.state.doc.toString() === value) return;
    now.dispatch({ changes: { from: 0, to: now.state.doc.length, insert: value }, annotations: given.of(true) });
  }, [value]);

  useEffect(() => {
    const now = view.current;
    if (!now || (faults.length === 0 && diagnosticCount(now.state) === 0)) return;
    now.dispatch(setDiagnostics(now.state, faults.map((fault) => marked(now.state, fault))));
  }, [faults]);

  useImperativeHandle(ref, () => ({
    goTo(line, column) {
      const now = view.current;
      if (!now) return;
      const { from } = placeOf(now.state, line, column);
      placed.current = true;
      now.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
      now.focus();
    },
    cursor() {
      const state = view.current?.state;
      return state && { text: state.doc.toString(), place: state.selection.main.head, isPlaced: placed.current };
    },
    insert({ from, to, insert, anchor, head }) {
      view.current?.dispatch({
        changes: { from, to, insert },
        selection: { anchor, head },
        annotations: isolateHistory.of("full"),
        userEvent: "input.palette",
        scrollIntoView: true,
      });
    },
    focus: () => view.current?.focus(),
  }));

  return <div ref={place} className="code-editor" />;
}

function placeOf(state: EditorState, line: number, column: number): { from: number; to: number } {
  const there = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  const from = Math.min(there.from + Math.max(column - 1, 0), there.to);
  const word = /^[\w:]+/.exec(there.text.slice(from - there.from))?.[0].length ?? 0;
  return { from, to: column === 0 ? there.to : Math.min(from + Math.max(word, 1), there.to) };
}

function marked(state: EditorState, { line, column, message, hint, severity }: Schemas["Fault"]): Diagnostic {
  const said = hint ? `${message}\n${hint}` : message;
  return { ...placeOf(state, line, column), message: said, severity: severity === "hint" ? "hint" : (severity ?? "error") };
}
