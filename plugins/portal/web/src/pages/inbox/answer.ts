import { useMutation } from "@tanstack/react-query";
import { api, got, once, type Schemas } from "../../api/client";
import { useKeyOf } from "../../api/key-of";
import { passing, Problem } from "../../api/problem";
import { queries } from "../../api/queries";
import type { Step } from "./inbox-data";

/** The document says of `output` only that it is an object. */
export type StepAnswer = Omit<Schemas["StepAnswer"], "output"> & { output?: Record<string, unknown> };

export function freshen(step: Step): void {
  void queries.invalidateQueries({ queryKey: ["inbox"] });
  void queries.invalidateQueries({ queryKey: ["ticket", step.ticket] });
}

/** Sends the viewer's answer, with the hash of what was on the screen. */
export function useAnswer(step: Step, onAnswered: (after: Step, answer: StepAnswer) => void) {
  const keyOf = useKeyOf();
  return useMutation({
    mutationFn: (answer: StepAnswer) => {
      const body = { ...answer, ...(step.seen ? { seen: step.seen } : {}) };
      const params = { path: { id: step.id }, header: once(keyOf(body)) };
      return got(api.POST("/api/v1/steps/{id}/answer", { params, body: body as Schemas["StepAnswer"] }));
    },
    retry: (count, problem) => count < 2 && passing(problem) && problem instanceof Problem && problem.status !== 0,
    onSuccess: (after, answer) => onAnswered(after, answer),
    onSettled: () => freshen(step),
  });
}
