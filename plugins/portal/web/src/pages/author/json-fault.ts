import type { Schemas } from "../../api/client";

/** Where a text stops being JSON, as the browser tells it. */
export function jsonFault(file: string, text: string): Schemas["Fault"] | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const at = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, at === undefined ? text.length : Number(at));
    const line = before.split("\n").length;
    return { file, line, column: before.length - before.lastIndexOf("\n"), code: "json", message, severity: "error" };
  }
}
