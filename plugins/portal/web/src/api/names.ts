import { usePolicyCodes } from "./codes";

type Say = (key: string) => string;

/** What groups, roles and the policy's codes are called, in the viewer's language; their keys until the desk has told. */
export function useNames(): { group: Say; role: Say; impact: Say; urgency: Say } {
  const codes = usePolicyCodes();
  const of = (list: { code: string; label: string }[] | undefined): Say => (key) => list?.find(({ code }) => code === key)?.label ?? key;
  return { group: of(codes?.groups), role: of(codes?.roles), impact: of(codes?.impacts), urgency: of(codes?.urgencies) };
}
