import type { Step } from "./data";

/** Steps whose answers people write; what others give back is for the script. */
const written = new Set(["task", "work", "question"]);

/** What the desk puts beside the answer by itself. */
const added = ["group"];

/** What was said in the answer: whole texts, and the fields of its form and list. */
export function answerOf(step: Pick<Step, "kind" | "comment" | "output">): { texts: string[]; rest: Record<string, unknown> } {
  const output: Record<string, unknown> = written.has(step.kind) ? (step.output ?? {}) : {};
  const { resolution, answer, ...others } = output;
  const texts = [step.comment, resolution, answer].filter((text): text is string => typeof text === "string" && text.trim() !== "");
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => step.kind !== "work" || !added.includes(name)));
  return { texts: [...new Set(texts)], rest };
}
