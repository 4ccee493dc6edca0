import type { Schemas } from "../../api/client";
import { argumentsOf, useStepsOf, type Step } from "./inbox-data";
import { useNames } from "./names";

export type Asker =
  | { how: "request" }
  /** A question or a task that somebody opened, by username. */
  | { how: "asked"; username: string }
  | { how: "returned"; by: Schemas["PersonView"] };

/** Who asks the viewer: the requester only where the workflow does it for their request. */
export function askerOf(step: Step, others: Step[]): Asker {
  const { opened_by, returned_from } = argumentsOf(step);
  if (returned_from) {
    const by = others.find((one) => one.id === returned_from)?.answered_by;
    return by ? { how: "returned", by } : { how: "request" };
  }
  return opened_by ? { how: "asked", username: opened_by } : { how: "request" };
}

/** The same with the name; nothing where it is the requester. */
export function useAsker(step: Step): { how: "asked" | "returned"; name: string } | undefined {
  const steps = useStepsOf(step.ticket, argumentsOf(step).returned_from !== undefined).data?.items ?? [];
  const asker = askerOf(step, steps);
  const nameOf = useNames(asker.how === "asked" ? [asker.username] : []);
  if (asker.how === "request") return undefined;
  return { how: asker.how, name: asker.how === "asked" ? nameOf(asker.username) : asker.by.name };
}
