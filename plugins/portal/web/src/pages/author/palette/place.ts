import { indented } from "./literals";

// Where a step comes to stand: on a line of its own between two statements,
// never within one.

export interface Spot {
  /** What is replaced: nothing, or the blank line of the cursor. */
  from: number;
  to: number;
  indent: string;
  before: string;
  after: string;
  /** The line that the step will begin in. */
  line: number;
}

export interface Insertion {
  from: number;
  to: number;
  insert: string;
  /** The step itself, which is selected then. */
  anchor: number;
  head: number;
}

export function insertionOf({ from, to, indent, before, after }: Spot, step: string): Insertion {
  const text = indented(step, indent);
  const start = from + before.length + indent.length;
  return { from, to, insert: before + text + after, anchor: start, head: from + before.length + text.length };
}

interface Line {
  from: number;
  text: string;
  /** Brackets that are open at its end. */
  open: string;
  /** Whether a statement is complete there, so that another may follow. */
  isEnd: boolean;
}

/** The place for a step: at the cursor, or before the script's end where nobody has put the cursor anywhere. */
export function spotFor(script: string, cursor: number, isPlaced: boolean): Spot {
  const lines = read(script);
  const spot = atCursor(lines, cursor, isPlaced);
  return isPlaced ? (beforeAnEnd(lines, spot) ?? spot) : spot;
}

const ends = /^\s*(?:resolve|fail|reject|cancel)\s*\(/;

/** After a word that ends the ticket nothing would be taken any more: a step goes before it. */
function beforeAnEnd(lines: Line[], spot: Spot): Spot | undefined {
  let found: Spot | undefined;
  let last = spot.line - 2;
  for (;;) {
    while (last >= 0 && /^\s*(?:\/\/.*)?$/.test(lines[last]?.text ?? "")) last--;
    const line = lines[last];
    if (!line?.isEnd) return found;
    const first = firstOf(lines, last, line.open.length);
    const begin = lines[first];
    if (!begin || !ends.test(begin.text)) return found;
    found = { from: begin.from, to: begin.from, indent: indentOf(begin.text), before: "", after: "\n", line: first + 1 };
    last = first - 1;
  }
}

function atCursor(lines: Line[], cursor: number, isPlaced: boolean): Spot {
  if (!isPlaced) return beforeTheEnd(lines) ?? below(lines, lastWritten(lines));
  const at = lines.findLastIndex(({ from }) => from <= cursor);
  const { from, text } = lines[at] ?? { from: 0, text: "" };
  const isFree = at <= 0 || lines[at - 1]?.isEnd === true;
  if (text.trim() === "" && isFree) {
    const indent = text !== "" ? text : at > 0 ? indentBelow(lines, at - 1) : "";
    return { from, to: from + text.length, indent, before: "", after: at === lines.length - 1 ? "\n" : "", line: at + 1 };
  }
  const isBefore = cursor - from <= indentOf(text).length;
  if (isBefore && isFree && !text.startsWith("//!") && !/^\s*[})\]]/.test(text)) {
    return { from, to: from, indent: indentOf(text), before: "", after: "\n", line: at + 1 };
  }
  let end = at;
  while (end < lines.length - 1 && (!lines[end]?.isEnd || lines[end + 1]?.text.startsWith("//!"))) end++;
  return below(lines, end);
}

function below(lines: Line[], at: number): Spot {
  const line = lines[at];
  if (!line) return { from: 0, to: 0, indent: "", before: "", after: "\n", line: 1 };
  const end = line.from + line.text.length;
  // The empty line at the end of the file stays the last one.
  if (line.text === "" && at === lines.length - 1) return { from: end, to: end, indent: "", before: "", after: "\n", line: at + 1 };
  return { from: end, to: end, indent: indentBelow(lines, at), before: "\n", after: "", line: at + 2 };
}

function beforeTheEnd(lines: Line[]): Spot | undefined {
  const at = lines.findLastIndex(({ text }, place) => /^(?:resolve|fail|reject|cancel)\s*\(/.test(text) && (place === 0 || (lines[place - 1]?.isEnd && lines[place - 1]?.open === "")));
  const line = lines[at];
  return line && { from: line.from, to: line.from, indent: "", before: "", after: "\n", line: at + 1 };
}

function lastWritten(lines: Line[]): number {
  const last = lines.findLastIndex(({ text }) => text.trim() !== "");
  return last < 0 ? 0 : last;
}

const indentOf = (text: string) => /^[ \t]*/.exec(text)?.[0] ?? "";

/** That of the statement that ends there; one further in where a block begins. */
function indentBelow(lines: Line[], at: number): string {
  let last = at;
  while (last > 0 && lines[last]?.text.trim() === "") last--;
  const line = lines[last];
  if (!line) return "";
  const opens = /\{\s*(?:\/\/.*)?$/.test(line.text) && line.open.endsWith("{");
  const depth = line.open.length - (opens ? 1 : 0);
  const own = indentOf(lines[firstOf(lines, last, depth)]?.text ?? "");
  return opens ? `${own}    ` : own;
}

/** The line in which the statement begins that ends in this one. */
function firstOf(lines: Line[], last: number, depth: number): number {
  let first = last;
  while (first > 0 && !(lines[first - 1]?.isEnd && (lines[first - 1]?.open.length ?? 0) <= depth)) first--;
  return first;
}

// Brackets by what may stand in them: `{` statements, `m` the entries of a map,
// `s` the arms of a switch, `(` and `[` values.
const token = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|`[^`]*(?:`|$)|'(?:[^'\\\n]|\\.)'|#\{|[\s\S]/g;

function read(script: string): Line[] {
  const lines: Line[] = [];
  let open = "";
  let last = "";
  let statement = "";
  let from = 0;
  const end = (place: number, isWithin: boolean) => {
    const isEnd = !isWithin && /^(?:|.*\{)$/.test(open) && ["", ";", "{", "}"].includes(last);
    lines.push({ from, text: script.slice(from, place), open, isEnd });
    from = place + 1;
  };
  for (const { 0: sign, index } of script.matchAll(token)) {
    if (sign === "\n") {
      end(index, false);
      continue;
    }
    // What goes on over lines: nothing can stand between them.
    for (const hit of sign.length > 1 ? sign.matchAll(/\n/g) : []) end(index + hit.index, true);
    if (/^\s$|^\/[/*]/.test(sign)) {
      statement += " ";
      continue;
    }
    const closed = open.at(-1) ?? "";
    if (sign === "#{") open += "m";
    else if (sign === "{") open += /\bswitch\b/.test(statement) ? "s" : "{";
    else if (sign === "(" || sign === "[") open += sign;
    else if (sign === "}" || sign === ")" || sign === "]") open = open.slice(0, -1);
    // The brace of a map or a switch ends a value, not a statement.
    last = sign === "}" && closed === "m" ? ")" : sign === "#{" ? "(" : sign;
    statement = last === ";" || last === "{" || last === "}" ? "" : statement + sign;
  }
  end(script.length, false);
  // `else` and `catch` on a line of their own go on with what is before them.
  return lines.map((line, at) => (line.isEnd && /^\s*(?:else|catch)\b/.test(lines[at + 1]?.text ?? "") ? { ...line, isEnd: false } : line));
}
