import { useTranslation } from "react-i18next";

// The codes of the policy as it is shipped. The API does not list those that
// are in force, so the field takes any other as well and the server judges.
const codes = {
  holds: ["customer", "supplier", "scheduled"],
  returns: ["not_ours", "incomplete", "out_of_scope", "duplicate", "wrong_item"],
  succeeded: ["permanent_fix", "workaround", "advice_given"],
  failed: ["out_of_scope", "not_possible", "timed_out"],
  any: ["permanent_fix", "workaround", "advice_given", "out_of_scope", "not_possible", "timed_out", "duplicate", "no_answer", "cost_declined", "not_needed"],
  impact: ["person", "group", "site", "organisation"],
  urgency: ["low", "normal", "high", "critical"],
  priority: ["P1", "P2", "P3", "P4"],
} as const;

export type Codes = keyof typeof codes;

export function useCodes(of: Codes): { value: string; label: string }[] {
  const { t } = useTranslation("desk");
  return codes[of].map((code) => ({ value: code, label: of === "priority" ? code : t(`code.${code}`) }));
}
