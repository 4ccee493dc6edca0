import type { Files } from "../content";

// Where an item's scripts say a field's name. What surely means the field can be
// changed with it; what only may mean it is shown, for the author to look at.

export interface Mention {
  file: string;
  from: number;
  line: number;
  column: number;
  /** The line, as it is written. */
  text: string;
  /** Whether it surely means the field of the form. */
  isSure: boolean;
}

type Sort = "code" | "text" | "comment";

interface Piece {
  sort: Sort;
  from: number;
  to: number;
}

/** Which parts of a script are code, texts and comments; `${…}` within a text is code. */
export function piecesOf(script: string): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  const take = (sort: Sort, from: number) => place > from && pieces.push({ sort, from, to: place });
  const code = (inText: boolean) => {
    let from = place;
    let depth = 0;
    const other = (sort: Sort, read: () => void) => {
      take("code", from);
      const begin = place;
      read();
      if (sort !== "code") take(sort, begin);
      from = place;
    };
    while (place < script.length) {
      const two = script.slice(place, place + 2);
      const one = script[place];
      if (two === "//") other("comment", () => (place = end(script.indexOf("\n", place))));
      else if (two === "/*") other("comment", block);
      else if (one === '"') other("text", () => quoted('"'));
      // The text's own pieces are taken while it is read.
      else if (one === "`") other("code", template);
      else if (inText && one === "}" && depth === 0) break;
      else {
        if (one === "{") depth++;
        if (one === "}") depth--;
        place++;
      }
    }
    take("code", from);
  };
  const end = (found: number) => (found < 0 ? script.length : found);
  const block = () => {
    for (let depth = 0; place < script.length; ) {
      const two = script.slice(place, place + 2);
      if (two === "/*") depth++;
      if (two === "*/" && --depth === 0) return void (place += 2);
      place += two === "/*" || two === "*/" ? 2 : 1;
    }
  };
  const quoted = (mark: string) => {
    for (place++; place < script.length && script[place] !== mark; place++) if (script[place] === "\\") place++;
    place = Math.min(place + 1, script.length);
  };
  const template = () => {
    let from = place++;
    while (place < script.length && script[place] !== "`") {
      if (script.slice(place, place + 2) !== "${") {
        place++;
        continue;
      }
      place += 2;
      take("text", from);
      code(true);
      from = place;
    }
    place = Math.min(place + 1, script.length);
    take("text", from);
  };
  code(false);
  return pieces;
}

/** Whether a file is the scenarios of an item: there the form is what `start` is given. */
const isScenarios = (file: string) => file.startsWith("workflows/tests/");

export function mentions(files: Files, name: string): Mention[] {
  return Object.entries(files).flatMap(([file, script]) => (file.endsWith(".rhai") ? inScript(file, script, name) : inTexts(file, script, name)));
}

/** Of a form that a step is answered with: by which name a script reads its answer only one who reads it can tell. */
export const mentionsOfAnswer = (files: Files, name: string): Mention[] => mentions(files, name).filter(({ isSure }) => !isSure);

function inScript(file: string, script: string, name: string): Mention[] {
  const pieces = piecesOf(script);
  const found: Mention[] = [];
  const word = new RegExp(`(?<!\\w)${literally(name)}(?!\\w)`, "g");
  for (const { sort, from, to } of pieces) {
    if (sort === "comment") continue;
    const text = script.slice(from, to);
    if (sort === "text") {
      if (text !== `"${name}"`) continue;
      const [before, after] = [script.slice(0, from), script.slice(to)];
      found.push(mention(file, script, from + 1, /(?<![\w.])form\s*(?:\?\[|\[)\s*$/.test(before) || /^\s*in\s+form(?![\w.(])/.test(after) || isShown(script, pieces, from)));
      continue;
    }
    for (const hit of text.matchAll(word)) {
      const at = from + hit.index;
      const [before, after] = [script.slice(0, at), script.slice(at + name.length)];
      // A call is a method of the language, and what stands alone is a variable of the script's own.
      const isRead = /(?<![\w.])form\s*\??\.\s*$/.test(before) && !/^\s*\(/.test(after);
      const isKey = /[{,]\s*$/.test(codeBefore(script, pieces, at)) && /^\s*:(?!:)/.test(after);
      const isOther = /\.\s*$/.test(before) && !/^\s*\(/.test(after);
      if (isRead) found.push(mention(file, script, at, true));
      else if (isKey) found.push(mention(file, script, at, isScenarios(file) && isStarted(script, pieces, at)));
      else if (isOther) found.push(mention(file, script, at, false));
    }
  }
  return found;
}

const literally = (name: string) => name.replace(/[^\w]/g, "\\$&");

/** Translations may say it in a text. */
function inTexts(file: string, text: string, name: string): Mention[] {
  return [...text.matchAll(new RegExp(`(?<![\\w.])form\\.${literally(name)}(?!\\w)`, "g"))].map((hit) => mention(file, text, hit.index + 5, true));
}

function mention(file: string, text: string, from: number, isSure: boolean): Mention {
  const before = text.slice(0, from);
  const start = before.lastIndexOf("\n") + 1;
  const stop = text.indexOf("\n", from);
  return { file, from, line: before.split("\n").length, column: from - start + 1, text: text.slice(start, stop < 0 ? undefined : stop).trim(), isSure };
}

/** The code before a place, its texts and comments blanked, so that brackets count. */
function codeBefore(script: string, pieces: Piece[], place: number): string {
  let code = script.slice(0, place);
  for (const { sort, from, to } of pieces) {
    if (sort === "code" || from >= place) continue;
    const blank = (sort === "text" ? "_" : " ").repeat(Math.min(to, place) - from);
    code = code.slice(0, from) + blank + code.slice(Math.min(to, place));
  }
  return code;
}

/** Whether a text stands in the list of `show: […]`, which names fields. */
const isShown = (script: string, pieces: Piece[], place: number) => /(?<!\w)show\s*:\s*\[[^\]]*$/.test(codeBefore(script, pieces, place));

/** Whether a key is one of the form's in `start(#{ … })`. */
function isStarted(script: string, pieces: Piece[], place: number): boolean {
  const code = codeBefore(script, pieces, place);
  let depth = 0;
  for (let at = code.length - 1; at >= 0; at--) {
    const one = code[at] ?? "";
    if (")}]".includes(one)) depth++;
    else if ("({[".includes(one) && depth-- === 0) return one === "{" && /(?<!\w)start\s*\(\s*#$/.test(code.slice(0, at));
  }
  return false;
}

/** The texts, as far as they change, with the name said otherwise in these places. */
export function saidOtherwise(files: Files, chosen: Mention[], name: string, to: string): Files {
  const touched = [...new Set(chosen.map(({ file }) => file))];
  return Object.fromEntries(
    touched.map((file) => {
      const places = chosen.filter((one) => one.file === file).map(({ from }) => from).sort((a, b) => b - a);
      return [file, places.reduce((text, from) => text.slice(0, from) + to + text.slice(from + name.length), files[file] ?? "")];
    }),
  );
}
