import { usePolicyCodes } from "../../api/codes";

/** Said by the desk itself when time is over, never by a person. */
const ofClock = "no_answer";

/** Why an approval may be rejected, by what the policy calls it. */
export function useRejectionCodes(): { code: string; label: string }[] {
  return usePolicyCodes()?.rejections.filter(({ code }) => code !== ofClock) ?? [];
}
