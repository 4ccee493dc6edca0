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
