import { type PolicyCodes, usePolicyCodes } from "../../../api/codes";

/** Of which codes a field takes one. */
export type Codes = "holds" | "returns" | "succeeded" | "failed" | "any" | "impact" | "urgency" | "priority";

// Priorities are their own words; the matrix of the policy is made of these.
const priorities = ["P1", "P2", "P3", "P4"];

function among(codes: PolicyCodes, of: Codes): { code: string; label: string }[] {
  switch (of) {
    case "holds":
      return codes.holds;
    case "returns":
      return codes.returns;
    case "impact":
      return codes.impacts;
    case "urgency":
      return codes.urgencies;
    case "any":
      return codes.closure_reasons;
    case "priority":
      return priorities.map((code) => ({ code, label: code }));
    default:
      return codes.closure_reasons.filter((reason) => reason.closure_code === of);
  }
}

/** The codes that a field takes, by what the policy calls them. */
export function useCodes(of: Codes): { value: string; label: string }[] {
  const codes = usePolicyCodes();
  return codes ? among(codes, of).map(({ code, label }) => ({ value: code, label })) : [];
}
