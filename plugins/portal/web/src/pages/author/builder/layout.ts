// A form as text: what fits stands in one line, as people write it by hand, so
// that the differences between versions are those that somebody made.

const width = 116;

export function laidOut(form: unknown): string {
  return `${broken(form, 0)}\n`;
}

function broken(value: unknown, indent: number): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const entries = Object.entries(value).map(([key, below]) => [Array.isArray(value) ? "" : `${JSON.stringify(key)}: `, below] as const);
  if (entries.length === 0) return open + close;
  const pad = " ".repeat(indent + 2);
  const lines = entries.map(([key, below], place) => {
    const flat = pad + key + inLine(below);
    const fits = flat.length + (place < entries.length - 1 ? 1 : 0) <= width;
    return fits ? flat : pad + key + broken(below, indent + 2);
  });
  return `${open}\n${lines.join(",\n")}\n${" ".repeat(indent)}${close}`;
}

function inLine(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inLine).join(", ")}]`;
  const entries = Object.entries(value).map(([key, below]) => `${JSON.stringify(key)}: ${inLine(below)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}
