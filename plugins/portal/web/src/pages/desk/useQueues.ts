import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";

export type Queue = Schemas["QueueView"];
export type SavedView = Schemas["SavedViewView"];

/** My queues and views with their counts, in one call. */
const queuesQuery = { queryKey: ["queues"], queryFn: () => got(api.GET("/api/v1/queues")) };

export const useQueues = () => useQuery(queuesQuery);

export const queuesAhead = () => void queries.prefetchQuery(queuesQuery);

/** What a queue is called: the desk's own ones by their lasting key, in the viewer's language. */
export function useQueueName(): (queue: Queue) => string {
  const { t } = useTranslation("desk");
  return ({ key, name }) => (key.includes("/") ? name : t(`queue.${key}`, { defaultValue: name }));
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
