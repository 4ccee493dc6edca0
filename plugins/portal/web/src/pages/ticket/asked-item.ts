import { useQuery } from "@tanstack/react-query";
import { api, got } from "../../api/client";
import { useMe } from "../../session/session";
import { mayLookUp, useItem, type Ticket } from "./data";

/** What the viewer may ask for. */
export const offeredQuery = {
  queryKey: ["catalog", "entries"],
  queryFn: () => got(api.GET("/api/v1/catalog")),
  staleTime: 5 * 60_000,
};

/**
 * The form that a ticket was asked for with. Who has nothing to do with the
 * request, an approver say, reads it only where the item is in their own catalog:
 * that is looked at first, so that no call has to fail.
 */
export function useAskedItem(ticket: Ticket): { schema: unknown; isComing: boolean } {
  const me = useMe();
  const isSure = mayLookUp(me, ticket);
  const catalog = useQuery({ ...offeredQuery, enabled: !isSure });
  const isOffered = catalog.data?.items.some((entry) => entry.item === ticket.item) ?? false;
  const item = useItem(ticket.item, isSure || isOffered);
  return { schema: item.data?.schema, isComing: catalog.isLoading || item.isLoading };
}
