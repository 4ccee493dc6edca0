import type { components } from "./schema";

export type ProblemDocument = components["schemas"]["ProblemDocument"];
export type FieldError = components["schemas"]["FieldError"];

/**
 * What every failed call throws: the server's problem document (RFC 9457), or
 * one made here when no answer came (`offline`) or an answer that is no problem
 * document (`unreadable`, from a proxy in between, say).
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: FieldError[];
  readonly document: ProblemDocument | undefined;

  constructor(said: { status: number; code: string; title?: string; detail?: string; errors?: FieldError[] | null }, document?: ProblemDocument) {
    super(said.detail ?? said.title ?? said.code);
    this.name = "Problem";
    this.status = said.status;
    this.code = said.code;
    this.title = said.title ?? said.code;
    this.detail = said.detail ?? "";
    this.errors = said.errors ?? [];
    this.document = document;
  }

  static async of(response: Response): Promise<Problem> {
    try {
      const document = (await response.json()) as ProblemDocument;
      if (typeof document.code === "string") return new Problem(document, document);
    } catch {
      // No JSON: told below by its status alone.
    }
    return new Problem({ status: response.status, code: "unreadable" });
  }

  static offline(): Problem {
    return new Problem({ status: 0, code: "offline" });
  }
}

/** Whether trying the same call again may help. */
export function passing(problem: unknown): boolean {
  return problem instanceof Problem && (problem.status === 0 || problem.status === 429 || problem.status >= 500);
}
