import { api, got, once, type Schemas } from "../../../api/client";
import { Problem } from "../../../api/problem";
import type { Operation, Ticket, Typed } from "./operations";

/**
 * One operation on one ticket. All of them have one form (a body to a path
 * under the ticket), so they are called by path; the types of each body stand
 * in `operations.ts`, and the server checks every field.
 */
export async function perform(operation: Operation, number: string, body: Typed, key: string): Promise<void> {
  const place = `/api/v1/tickets/${encodeURIComponent(number)}`;
  if (operation.path === undefined) {
    await api.PATCH("/api/v1/tickets/{number}", {
      params: { path: { number }, header: once(key) },
      headers: { "Content-Type": "application/merge-patch+json" },
      body: body as never,
    });
    return;
  }
  const path = `${place}/${operation.path}` as "/api/v1/tickets/{number}/unhold";
  await api.POST(path, { params: { path: { number }, header: once(key) }, body: body as never });
}

export type Result = Schemas["BulkResult"];

/** The most tickets that one call takes. */
const most = 200;

/** The same for many; where a part of the calls fails, each of its tickets says so. */
export async function performMany(operation: Operation, tickets: Ticket[], body: Typed, key: string): Promise<Result[]> {
  const results: Result[] = [];
  for (let from = 0; from < tickets.length; from += most) {
    const numbers = tickets.slice(from, from + most).map(({ number }) => number);
    try {
      const made = await got(
        api.POST("/api/v1/tickets/bulk", {
          params: { header: once(`${key}-${from}`) },
          body: { operation: operation.name, tickets: numbers, body: body as never },
        }),
      );
      results.push(...made.items);
    } catch (problem) {
      if (from === 0 || !(problem instanceof Problem)) throw problem;
      const { code, title, detail, status } = problem;
      const document = problem.document ?? { type: `/problems/${code}`, code, title, detail, status, request_id: "" };
      results.push(...numbers.map((of) => ({ of, status, problem: document as Schemas["ProblemDocument"] })));
    }
  }
  return results;
}
