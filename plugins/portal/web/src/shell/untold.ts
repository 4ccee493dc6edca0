import { Problem } from "../api/problem";

/** No answer came, or only one of a proxy that did not reach the desk. */
const cut = [0, 502, 503, 504];

/**
 * What of a query is worth an alert: what was never loaded, and true refusals.
 * Where the data is there and only its refreshing found no connection, the page
 * stays as it is and the sign in the header says so, once for all of it.
 */
export function untold({ data, error }: { data: unknown; error: unknown }): unknown {
  if (data !== undefined && error instanceof Problem && cut.includes(error.status)) return undefined;
  return error ?? undefined;
}
