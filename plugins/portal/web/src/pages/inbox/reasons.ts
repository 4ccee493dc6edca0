import { useState } from "react";
import { Problem } from "../../api/problem";

// The codes of the policy's `[rejection_codes]`. The API has no list of them;
// a refusal names them, and what it named is kept for the next time.

const kept = "maitred.rejection-codes";
/** Those of the policy that is shipped. */
const shipped = ["budget", "no_need", "policy", "alternative"];
/** Said by the desk itself when time is over, never by a person. */
const ofClock = "no_answer";

/** "… none of a, b, c" or "Choose one of a, b, c." in the error of `/code`. */
export function codesNamedBy(problem: unknown): string[] | undefined {
  if (!(problem instanceof Problem)) return undefined;
  const error = problem.errors.find(({ pointer }) => pointer === "/code");
  const list = error && /(?:none of|one of) ([\w, -]+?)\.?$/.exec(error.message)?.[1];
  const codes = list?.split(",").map((code) => code.trim()).filter((code) => code !== "" && code !== ofClock);
  return codes && codes.length > 0 ? codes : undefined;
}

function first(): string[] {
  try {
    const codes: unknown = JSON.parse(localStorage.getItem(kept) ?? "null");
    if (Array.isArray(codes) && codes.every((code) => typeof code === "string")) return codes as string[];
  } catch {
    // Unreadable: as if nothing had been kept.
  }
  return shipped;
}

export function useRejectionCodes(): { codes: string[]; learn: (problem: unknown) => void } {
  const [codes, setCodes] = useState(first);
  const learn = (problem: unknown) => {
    const named = codesNamedBy(problem);
    if (!named) return;
    localStorage.setItem(kept, JSON.stringify(named));
    setCodes(named);
  };
  return { codes, learn };
}
