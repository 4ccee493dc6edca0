import { infiniteQueryOptions, useInfiniteQuery, useQueryClient, type InfiniteData } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { api, got, type Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { read, type Filters } from "./address";

export type Ticket = Schemas["TicketView"];
export type TicketPage = Schemas["Page_TicketView"];

const pageSize = 200;
/** The first page is what fits into the window, so that it is there at once. */
const firstPage = 60;

/** The filters come from the address as text; the server reads and checks them. */
export function listQuery(filters: Filters, more: Record<string, unknown>) {
  const query = { ...filters, ...more } as Record<string, never>;
  return got(api.GET("/api/v1/tickets", { params: { query } }));
}

const keyOf = (filters: Filters, sort: string) => ["desk-list", filters, sort];

function pagesOf(filters: Filters, sort: string) {
  return infiniteQueryOptions({
    queryKey: keyOf(filters, sort),
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => ({
      ...(await listQuery(filters, { sort, ...(pageParam === undefined ? { limit: firstPage, count: true } : { limit: pageSize, cursor: pageParam }) })),
      readAt: new Date().toISOString(),
    }),
    getNextPageParam: (last) => last.next_cursor ?? undefined,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** Begins the list that the address asks for, before the page is opened; what was begun a while ago is begun anew. */
export function listAhead(search: string): void {
  const { filters, sort } = read(search);
  void queries.prefetchInfiniteQuery({ ...pagesOf(filters, sort), staleTime: 5000 });
}

/**
 * A list in pages, kept as it was read: what happens meanwhile is put into its
 * rows or announced, so that nothing moves under the cursor.
 */
export function useTicketList(filters: Filters, sort: string) {
  const client = useQueryClient();
  const key = useMemo(() => keyOf(filters, sort), [filters, sort]);
  const list = useInfiniteQuery(pagesOf(filters, sort));

  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items as Ticket[]) ?? [], [list.data]);

  /** Puts newer tickets in the places of those that the list has. */
  const renew = useCallback(
    (newer: Ticket[]) => {
      const by = new Map(newer.map((ticket) => [ticket.number, ticket]));
      client.setQueryData<InfiniteData<TicketPage>>(key, (data) =>
        data && {
          ...data,
          pages: data.pages.map((page) => ({ ...page, items: page.items.map((ticket) => by.get(ticket.number) ?? ticket) })),
        },
      );
    },
    [client, key],
  );

  const counted = list.data?.pages[0]?.count;
  return {
    rows,
    renew,
    /** As the server says it: `1234`, or `10000+`. */
    counted: counted ?? undefined,
    total: list.hasNextPage ? Math.max(rows.length, Number.parseInt(counted ?? "0", 10)) : rows.length,
    readAt: list.data?.pages[0]?.readAt,
    list,
    reload: () => client.resetQueries({ queryKey: key, exact: true }),
  };
}
