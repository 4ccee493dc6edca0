import { useMe } from "../../session/session";
import { standingInFor, useAbsences } from "../absences/absences";
import type { Step } from "./inbox-data";

/** The name of the absent person in whose place the viewer is asked. */
export function useStandsInFor(step: Step): string | undefined {
  const me = useMe();
  const absences = useAbsences();
  const { users, groups } = step.for;
  // A substitute is asked beside the absent person; a member of the group is asked anyway.
  if (groups.some((group) => me.groups.includes(group))) return undefined;
  const away = standingInFor(absences.data?.items ?? [], me.username);
  return users.find((user) => away.some((one) => one.person.username === user.username))?.name;
}
