import { api, got, once } from "../../api/client";
import { useAct } from "./act";
import type { Step } from "./data";

export interface Answer {
  outcome: string;
  comment?: string;
  code?: string;
  output?: Record<string, unknown>;
}

/** Answers a step as it was shown: another `seen` is refused by the server. */
export function useAnswer(step: Step, onDone?: () => void) {
  return useAct(
    step.ticket,
    (answer: Answer, key) =>
      got(
        api.POST("/api/v1/steps/{id}/answer", {
          params: { path: { id: step.id }, header: once(key) },
          body: { ...answer, output: answer.output as Record<string, never> | undefined, seen: step.seen ?? undefined },
        }),
      ),
    onDone,
  );
}

/** An empty text is none. */
export const said = (text: string) => (text.trim() === "" ? undefined : text.trim());
