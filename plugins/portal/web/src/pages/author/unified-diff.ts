// Unified diffs as the server writes them: taken back, an older text comes out
// of a newer one.

export interface DiffLine {
  kind: "same" | "added" | "removed" | "hunk";
  text: string;
}

/** The lines of a diff without its two names. */
export function diffLines(diff: string): DiffLine[] {
  const lines = diff.split("\n");
  const begin = lines.findIndex((line) => line.startsWith("@@"));
  return lines
    .slice(Math.max(begin, 0))
    .filter((line) => line !== "" && !line.startsWith("\\"))
    .map((line) => {
      if (line.startsWith("@@")) return { kind: "hunk", text: line };
      const kind = line.startsWith("+") ? "added" : line.startsWith("-") ? "removed" : "same";
      return { kind, text: line.slice(1) };
    });
}

/** What the text was before the diff; nothing where the diff does not fit it. */
export function takenBack(text: string, diff: string): string | undefined {
  const now = text.split("\n");
  const before: string[] = [];
  let at = 0;
  let withoutEnd = false;
  let last: string | undefined;
  for (const line of diff.split("\n").slice(2)) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      // An empty range is named by the line before it.
      const begin = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      before.push(...now.slice(at, begin));
      at = begin;
    } else if (line.startsWith("\\")) {
      if (last?.startsWith("-")) withoutEnd = true;
    } else if (line.startsWith("-")) before.push(line.slice(1));
    else if (line.startsWith("+") || line.startsWith(" ")) {
      if (now[at] !== line.slice(1)) return undefined;
      if (line.startsWith(" ")) before.push(line.slice(1));
      at++;
    }
    last = line;
  }
  before.push(...now.slice(at));
  while (withoutEnd && before.at(-1) === "") before.pop();
  if (!withoutEnd && before.length > 0 && before.at(-1) !== "") before.push("");
  return before.join("\n");
}
