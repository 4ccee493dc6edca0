import type { Schemas } from "../api/client";

/** The desk's own roles, in the order in which people read them; `words:role.…` names them. */
export const roles = [
  "requester",
  "approver",
  "agent",
  "handler",
  "service_request_manager",
  "knowledge_manager",
  "author",
  "auditor",
  "integrator",
  "admin",
] as const satisfies readonly Schemas["Role"][];
