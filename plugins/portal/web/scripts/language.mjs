// `npm run language` writes src/pages/author/language.json out of the generated
// reference of the workflow language, and the words of scenarios out of their
// guide, which the desk holds against its own; the test beside it compares.
import { readFileSync, writeFileSync } from "node:fs";

const reference = new URL("../../../../docs/workflow-language/", import.meta.url);
const pages = ["steps", "combinations", "effects", "ends", "values"];

const plain = (text) => text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "").trim();

// Rows of the tables whose head begins with `option`.
function options(text) {
  const found = [];
  let within = false;
  for (const line of text.split("\n")) {
    const cells = line.split(/(?<!\\)\|/).slice(1, -1).map(plain);
    if (cells.length === 0) within = false;
    else if (cells[0] === "option") within = true;
    else if (within && !/^-+$/.test(cells[0])) found.push({ name: cells[0], takes: cells[1], about: cells.at(-1) });
  }
  return found;
}

function word(part, kind) {
  const name = part.slice(0, part.indexOf("\n")).trim();
  const signature = /```rhai\n([\s\S]*?)\n```/.exec(part)?.[1]?.trim() ?? name;
  const after = part.slice(part.indexOf("```", part.indexOf("```rhai") + 7) + 3);
  return { name, kind, signature, about: plain(after.trim().split("\n\n")[0] ?? ""), options: options(part) };
}

// `t.word(…)` of the guide's table, and the two words that stand without a ticket before them.
function scenarios(text) {
  const methods = [...text.matchAll(/^\| `t\.((\w+)\(.*\))` \| (.*) \|$/gm)].map(([, signature, name, about]) => ({ name, kind: "method", signature: signature.replaceAll("\\|", "|"), about: plain(about) }));
  const functions = [...text.matchAll(/`((start|check)\([^`]*\))` (.*?\.)(?: |$)/gm)].map(([, signature, name, about]) => ({ name, kind: "function", signature, about: plain(about[0].toUpperCase() + about.slice(1)) }));
  return [...functions, ...methods];
}

export function language() {
  const read = (page) => readFileSync(new URL(`${page}.md`, reference), "utf8");
  const words = pages.flatMap((page) => read(page).split(/^## /m).slice(1).map((part) => word(part, page)));
  const common = read("README").split(/^### Options that every step has/m)[1]?.split(/^## /m)[0] ?? "";
  const guide = readFileSync(new URL("../scenarios.md", reference), "utf8");
  return `${JSON.stringify({ words, ofEveryStep: options(common), scenarios: scenarios(guide) }, null, 1)}\n`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL("../src/pages/author/language.json", import.meta.url), language());
}
