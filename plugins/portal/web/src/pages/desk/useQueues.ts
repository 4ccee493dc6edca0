import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";

export type Queue = Schemas["QueueView"];
export type SavedView = Schemas["SavedViewView"];

/** My queues and views with their counts, in one call. */
export function useQueues() {
  return useQuery({ queryKey: ["queues"], queryFn: () => got(api.GET("/api/v1/queues")) });
}

/** What the views are besides: their columns, whose they are, who may change them. */
export function useViews() {
  return useQuery({
    queryKey: ["views"],
    queryFn: () => got(api.GET("/api/v1/views", { params: { query: { limit: 200 } } })),
  });
}

/** The address of a queue's or view's list. */
export function addressOf(queue: Queue, view: SavedView | undefined): string {
  const columns = view && view.columns.length > 0 ? `&columns=${view.columns.map(shown).join()}` : "";
  const filters = queue.filters === "" ? "" : `${queue.filters}&`;
  return `/desk?queue=${encodeURIComponent(queue.key).replaceAll("%2F", "/")}&${filters}sort=${queue.sort}${columns}`;
}

/** The time by which it is due is shown as a countdown. */
const shown = (column: string) => (column === "resolve_due" ? "due" : column);
