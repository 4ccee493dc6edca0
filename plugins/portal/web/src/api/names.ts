import { usePolicyCodes } from "./codes";

/** What groups and roles are called, in the viewer's language; their keys until the desk has told. */
export function useNames(): { group: (key: string) => string; role: (key: string) => string } {
  const codes = usePolicyCodes();
  const of = (list: { code: string; label: string }[] | undefined) => (key: string) => list?.find(({ code }) => code === key)?.label ?? key;
  return { group: of(codes?.groups), role: of(codes?.roles) };
}
