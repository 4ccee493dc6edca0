// Unified diffs as the server writes them, line by line.

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

/** The text before a change; nothing where the change is of another text. */
export function undone(text: string, diff: string): string | undefined {
  const now = text.split("\n");
  const before: string[] = [];
  let at = 0;
  const lines = diff.split("\n");
  for (const line of lines.slice(Math.max(lines.findIndex((one) => one.startsWith("@@")), 0))) {
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk) {
      // A hunk of no lines stands after the line that it names.
      const start = Number(hunk[1]) - (hunk[2] === "0" ? 0 : 1);
      before.push(...now.slice(at, start));
      at = start;
      continue;
    }
    if (line.startsWith("\\") || line === "") continue;
    const said = line.slice(1);
    if (line.startsWith("-")) before.push(said);
    else if (now[at++] !== said) return undefined;
    else if (line.startsWith(" ")) before.push(said);
  }
  return [...before, ...now.slice(at)].join("\n");
}
