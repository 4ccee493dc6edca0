import { piecesOf } from "../builder/mentions";
import type { Naming } from "../uses";

/** Forms that the steps of a script ask for: `form: "offer"`. */
export function formsNamedIn(script: string): string[] {
  const names = piecesOf(script).flatMap(({ sort, from, to }) => {
    const text = script.slice(from, to);
    const isNamed = sort === "text" && /^"[^"]+"$/.test(text) && /(?<![\w.])form\s*:\s*$/.test(script.slice(0, from));
    return isNamed ? [text.slice(1, -1)] : [];
  });
  return [...new Set(names)];
}

export const namingForms: Naming = {
  what: "forms of steps",
  folders: ["workflows/"],
  // Scenarios answer steps, but ask for no form.
  mayName: (path) => path.endsWith(".rhai") && !path.startsWith("workflows/tests/"),
  namedIn: (_, script) => formsNamedIn(script),
};

/** A script's scenarios say the names of what its steps are answered with, too. */
export const withScenarios = (path: string): string[] => [path, path.replace(/^workflows\//, "workflows/tests/")];
