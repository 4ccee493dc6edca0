import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { api, got } from "../../api/client";
import { queries } from "../../api/queries";
import { turnsFirst } from "../requests/turn";
import { firstOfEach, isUsed } from "./shelf";

interface Wish {
  q?: string;
  category?: string;
  sort?: "most_used" | "new";
}

const catalogQuery = (wish: Wish) =>
  queryOptions({
    queryKey: ["catalog", "items", wish],
    queryFn: ({ signal }) => got(api.GET("/api/v1/catalog", { params: { query: wish }, signal })),
  });

/** The catalog as the viewer may use it; what was shown stays while the next answer is under way. */
export const useCatalog = (wish: Wish, enabled = true) => useQuery({ ...catalogQuery(wish), placeholderData: keepPreviousData, enabled });

/** So many items make a shelf; the rest is in the catalog. */
const onShelf = 8;

/** A category; without one what is asked for most, and while nobody has asked for anything a few of each. */
export function useShelf(category: string | undefined) {
  const mostUsed = useCatalog({ sort: "most_used" });
  const usual = useCatalog({});
  const [most, whole] = [mostUsed.data?.items, usual.data?.items];
  const used = most && whole && isUsed(most, whole);
  const overview = most && whole && (used ? most.slice(0, onShelf) : firstOfEach(whole, onShelf));
  return {
    /** Not known before both answers are there. */
    isUsed: used,
    items: category === undefined ? overview : whole?.filter((entry) => entry.category === category),
    error: mostUsed.error ?? usual.error,
    refetch: () => Promise.all([mostUsed.refetch(), usual.refetch()]),
  };
}

const categoriesQuery = {
  queryKey: ["catalog", "categories"],
  queryFn: () => got(api.GET("/api/v1/catalog/categories")),
};

export const useCategories = () => useQuery(categoriesQuery);

/** What home shows to everybody is on its way before it is opened. */
export function catalogAhead(): void {
  void queries.prefetchQuery(categoriesQuery);
  for (const wish of [{ sort: "most_used" }, {}, { sort: "new" }] as const) void queries.prefetchQuery(catalogQuery(wish));
}

// Resolved ones are still open for the requester: they are to be confirmed.
const open = ["new", "accepted", "assigned", "escalated", "resolved"] as const;

/** So many of their own requests somebody sees at the start. */
const shown = 6;

/** What the viewer has asked for and is not over; what waits for them first. */
export function useOpenRequests(username: string) {
  const query = { requester: username, status: [...open], sort: "-updated_at", limit: shown };
  const all = useQuery({
    queryKey: ["tickets", "open", username],
    queryFn: () => got(api.GET("/api/v1/tickets", { params: { query } })),
  });
  // Asked for apart: what waits for them may have waited longer than all that is shown.
  const waiting = useQuery({
    queryKey: ["tickets", "open", username, "waiting"],
    queryFn: () => got(api.GET("/api/v1/tickets", { params: { query: { ...query, waiting_for_me: true } } })),
  });
  const isReady = all.data !== undefined && !waiting.isLoading;
  return {
    error: all.error,
    refetch: all.refetch,
    tickets: isReady ? turnsFirst(waiting.data?.items ?? [], all.data.items, shown) : undefined,
  };
}
