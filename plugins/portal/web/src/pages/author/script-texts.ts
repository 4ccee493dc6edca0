// What people read of a script: names of steps, messages, explanations. The desk
// finds the same words when it tells which translations are lacking.

/** Words, and which of their arguments people read. */
const read: Record<string, number> = { announce: 0, approval: 0, ask: 0, cancel: 0, cost: 0, escalate: 1, fail: 0, handle: 0, note: 0, notify: 1, reject: 0, resolve: 0, stage: 0, task: 0 };
const readOptions = ["checklist", "text", "title"];

/** The texts of a script in their order, each once; what is only known while it runs is a gap, as the keys have it. */
export function textsOfScript(script: string): string[] {
  const found: string[] = [];
  const pieces = tokens(script);
  pieces.forEach((piece, at) => {
    const word = /^[A-Za-z_]\w*$/.test(piece) ? piece : "";
    if (pieces[at + 1] !== "(" || [".", "?.", "::"].includes(pieces[at - 1] ?? "") || pieces[at - 1] === "fn") return;
    const args = parts(pieces, at + 2);
    const place = Object.hasOwn(read, word) ? read[word] : undefined;
    if (place !== undefined && args[place]) found.push(...said(args[place]));
    for (const arg of args.filter(([first]) => first === "#{")) {
      for (const [key = "", colon, ...value] of parts(arg, 1)) if (colon === ":" && readOptions.includes(unquoted(key))) found.push(...said(value));
    }
  });
  return [...new Set(found)].filter((text) => /\p{L}/u.test(text.replaceAll("{}", "")));
}

const token = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"(?:[^"\\]|\\[\s\S])*(?:"|$)|`[^`]*(?:`|$)|'(?:[^'\\\n]|\\.)'|#\{|\?\.|::|[A-Za-z_]\w*|\d[\w.]*|\S/g;

/** The words and signs of a script without its comments. */
const tokens = (script: string): string[] => [...script.matchAll(token)].map(([one]) => one).filter((one) => !/^\/[/*]/.test(one));

/** What stands between brackets from here on, parted at its commas. */
function parts(pieces: string[], from: number): string[][] {
  const all: string[][] = [[]];
  let depth = 0;
  for (const piece of pieces.slice(from)) {
    if (")]}".includes(piece) && depth-- === 0) break;
    if (["(", "[", "{", "#{"].includes(piece)) depth++;
    if (piece === "," && depth === 0) all.push([]);
    else all.at(-1)?.push(piece);
  }
  return all.filter((part) => part.length > 0);
}

/** The texts that an argument is: one, put together or not, or each of a list. */
function said(arg: string[]): string[] {
  if (arg[0] === "[") return parts(arg, 1).flatMap(said);
  const terms: string[][] = [[]];
  let depth = 0;
  for (const piece of arg) {
    if (["(", "[", "{", "#{"].includes(piece)) depth++;
    if (")]}".includes(piece)) depth--;
    if (piece === "+" && depth === 0) terms.push([]);
    else terms.at(-1)?.push(piece);
  }
  const texts = terms.map((term) => (term.length === 1 && /^["`]/.test(term[0] ?? "") ? unquoted(term[0] ?? "") : "{}"));
  return terms.some((term) => term.length === 1 && /^["`]/.test(term[0] ?? "")) ? [texts.join("").replace(/(?:\{\})+/g, "{}")] : [];
}

const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t" };

function unquoted(piece: string): string {
  if (piece.startsWith("`")) return piece.slice(1, -1).replace(/\$\{[^}]*\}/g, "{}");
  if (!piece.startsWith('"')) return piece;
  return piece.slice(1, -1).replace(/\\(?:u([0-9a-fA-F]{4})|(.))/gs, (_, code: string | undefined, sign: string) => (code ? String.fromCharCode(parseInt(code, 16)) : (escapes[sign] ?? sign)));
}
