import type { Schemas } from "../../api/client";

type Fault = Schemas["Fault"];

interface Found {
  check: Schemas["Findings"];
  /** What publishing or the scenarios have told of texts that are still the same. */
  told: Fault[];
  /** What the browser says of the form's text, before the desk has looked. */
  json: Fault | undefined;
  /** Files that the item is made of, and what else the draft changes. */
  own: string[];
}

/**
 * Errors wherever they are, since each keeps the draft back; warnings and hints
 * of the item's own texts alone: those of others are for their authors.
 */
export function allFindings({ check, told, json, own }: Found): Fault[] {
  const ours = (fault: Fault) => (fault.severity ?? "error") === "error" || own.includes(fault.file);
  const said = [...check.faults, ...check.warnings.filter(ours), ...told];
  const all = json && !said.some(({ file }) => file === json.file) ? [...said, json] : said;
  const rank = (fault: Fault) => ["error", "warning", "hint"].indexOf(fault.severity ?? "error");
  const once = all.filter((fault, at) => all.findIndex((other) => key(other) === key(fault)) === at);
  return once.sort((a, b) => rank(a) - rank(b));
}

const key = ({ file, line, column, code, message }: Fault) => JSON.stringify([file, line, column, code, message]);
