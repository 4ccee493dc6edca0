import type { Schemas } from "../../api/client";

type Step = Pick<Schemas["PreviewStep"], "kind" | "needed" | "when">;

/** Whether somebody has to say yes. */
export const decides = (step: Step) => step.kind === "approval" || step.kind === "cost";

/** How many have to say yes in any case. */
export function yesses(steps: Step[]): number {
  return steps.filter((step) => decides(step) && !step.when).reduce((sum, step) => sum + (step.needed ?? 1), 0);
}
