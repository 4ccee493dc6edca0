import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, got } from "../../api/client";

interface Wish {
  q?: string;
  category?: string;
  sort?: "most_used" | "new";
}

/** The catalog as the viewer may use it; what was shown stays while the next answer is under way. */
export function useCatalog(wish: Wish, enabled = true) {
  return useQuery({
    queryKey: ["catalog", "items", wish],
    queryFn: ({ signal }) => got(api.GET("/api/v1/catalog", { params: { query: wish }, signal })),
    placeholderData: keepPreviousData,
    enabled,
  });
}

export function useCategories() {
  return useQuery({
    queryKey: ["catalog", "categories"],
    queryFn: () => got(api.GET("/api/v1/catalog/categories")),
  });
}

// Resolved ones are still open for the requester: they are to be confirmed.
const open = ["new", "accepted", "assigned", "escalated", "resolved"] as const;

export function useOpenRequests(username: string) {
  const query = { requester: username, status: [...open], sort: "-updated_at", limit: 6 };
  return useQuery({
    queryKey: ["tickets", "open", username],
    queryFn: () => got(api.GET("/api/v1/tickets", { params: { query } })),
  });
}
