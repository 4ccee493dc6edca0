import { infiniteQueryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { offeredQuery } from "../ticket/asked-item";
import { ticketQuery } from "../ticket/data";

export type Step = Schemas["StepView"];
/** A step in the inbox, with what it is about. */
export type Entry = Schemas["InboxEntry"];
export type Ticket = Schemas["TicketView"];
export type Item = Schemas["CatalogItemView"];

/** The steps that wait for the viewer, in the server's order. */
const stepsQuery = infiniteQueryOptions({
  queryKey: ["inbox", "steps"],
  queryFn: ({ pageParam }) => got(api.GET("/api/v1/inbox", { params: { query: { limit: 100, cursor: pageParam } } })),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next_cursor ?? undefined,
});

export const useInbox = () => useInfiniteQuery(stepsQuery);

/** On a wide screen the first card stands open beside the list. */
export async function inboxAhead(): Promise<void> {
  await queries.prefetchInfiniteQuery(stepsQuery);
  const first = queries.getQueryData(stepsQuery.queryKey)?.pages[0]?.items[0];
  if (!first) return;
  void queries.prefetchQuery(ticketQuery(first.ticket));
  void queries.prefetchQuery(stepsOfQuery(first.ticket));
  void queries.prefetchQuery(offeredQuery);
}

export const useTicket = (number: string, enabled = true) => useQuery({ ...ticketQuery(number), enabled });

// One page as the server gives it; the ticket's own page keeps a plain list under `steps`.
export const stepsKey = (number: string) => ["ticket", number, "steps", "page"];

const stepsOfQuery = (number: string) => ({
  queryKey: stepsKey(number),
  queryFn: () => got(api.GET("/api/v1/tickets/{number}/steps", { params: { path: { number }, query: { limit: 200 } } })),
});

/** What was decided on the ticket before, and what else is open. */
export const useStepsOf = (number: string, enabled = true) => useQuery({ ...stepsOfQuery(number), enabled });

/**
 * The item that was asked for, for the names of its fields. Who may not ask for
 * it cannot read it either: the catalog is looked at first, so that no call has
 * to fail, and the fields keep the names of the form's author.
 */
export function useItem(name: string | undefined): Item | undefined {
  const catalog = useQuery(offeredQuery);
  const offered = catalog.data?.items.some((entry) => entry.item === name) ?? false;
  const item = useQuery({
    queryKey: ["catalog", "item", name],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}", { params: { path: { item: name ?? "" } } })),
    enabled: offered,
    staleTime: 5 * 60_000,
  });
  return item.data;
}

/** What a step may say of itself under `arguments`, as `model/view/step.rs` writes it. */
export interface Arguments {
  amount?: { amount: string; currency: string };
  show?: unknown;
  form?: string;
  checklist?: string[];
  optional?: boolean;
  lines?: unknown;
  opened_by?: string;
  claimed_by?: string;
  reason?: string;
  of?: string;
  opinions?: { step: string; by: string; asked_by: string; question: string; answer?: string | null; at: string }[];
  signers?: { user: string; by: string; where: "before" | "after" }[];
  returns?: { by: string; at: string; reason: string; suggestion: string; code?: string | null }[];
  returned_from?: string;
  went_wrong?: string;
}

export function argumentsOf(step: Step): Arguments {
  return step.arguments as Arguments;
}
