import { argumentsOf, type Step } from "./inbox-data";

interface Opinion {
  step: string;
  by: string;
  /** Known of an open question only: its step names who is asked. */
  name?: string;
  asked_by: string;
  question: string;
  answer?: string | null;
}

/** Opinions given on a step, then those asked for: an open question is a step of its own until it has its answer. */
export function opinionsOf(step: Step, others: Step[]): Opinion[] {
  const given: Opinion[] = argumentsOf(step).opinions ?? [];
  const open = others.flatMap((one): Opinion[] => {
    const { of, opened_by } = argumentsOf(one);
    const [asked] = one.for.users;
    if (of !== step.id || one.kind !== "question" || one.state !== "open" || !opened_by || !asked) return [];
    if (given.some((opinion) => opinion.step === one.id)) return [];
    return [{ step: one.id, by: asked.username, name: asked.name, asked_by: opened_by, question: one.text ?? "" }];
  });
  return [...given, ...open];
}
