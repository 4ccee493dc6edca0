import { usePolicyCodes, type PolicyCodes } from "../../api/codes";

/** Said by the desk itself when time is over, never by a person. */
const ofClock = "no_answer";

/** Where the policy has it, the code of a reason that is none of the others. */
const ofOwnWords = "other";

export interface Rejection {
  /** Why an approval may be rejected, by what the policy calls it. */
  codes: { code: string; label: string }[];
  /** What a rejection in own words says as well; nothing where the policy wants one of the codes. */
  inWords: { code?: string } | undefined;
}

export function rejectionOf(policy: Pick<PolicyCodes, "rejections" | "code_for"> | undefined): Rejection {
  const codes = policy?.rejections.filter(({ code }) => code !== ofClock) ?? [];
  if (!policy) return { codes, inWords: undefined };
  const named = codes.some(({ code }) => code === ofOwnWords);
  const isFree = named || !policy.code_for.includes("rejected");
  return {
    // Another reason is no reason by itself: it is said.
    codes: codes.filter(({ code }) => code !== ofOwnWords),
    inWords: isFree ? (named ? { code: ofOwnWords } : {}) : undefined,
  };
}

export const useRejection = (): Rejection => rejectionOf(usePolicyCodes());
