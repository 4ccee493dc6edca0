import { may, type Me } from "../../session/session";

/** The parts of the administration, and the right that opens each. */
export const sections = [
  { path: "/admin/people", name: "people", right: "see_people" },
  { path: "/admin/groups", name: "groups", right: "see_groups" },
  { path: "/admin/audit", name: "audit", right: "read_audit" },
  { path: "/admin/outgoing", name: "outgoing", right: "read_outgoing" },
  { path: "/admin/jobs", name: "jobs", right: "run_jobs" },
  { path: "/admin/plugins", name: "plugins", right: "see_plugins" },
] as const;

export type Section = (typeof sections)[number]["name"];

export function sectionsFor(me: Me) {
  return sections.filter(({ right }) => may(me, right));
}
