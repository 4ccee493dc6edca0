import { Problem } from "./problem";

/** The message of the error at a pointer: `/comment`, `/output/serial`. */
export function errorAt(problem: unknown, pointer: string): string | undefined {
  return problem instanceof Problem ? problem.errors.find((error) => error.pointer === pointer)?.message : undefined;
}
