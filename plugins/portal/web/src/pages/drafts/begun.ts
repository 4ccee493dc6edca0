import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { useCatalog } from "../home/catalog";
import { placeOfDraft } from "./place";

/** What was begun and not sent, as people know it. */
export interface BegunThing {
  key: string;
  /** The item's title or the ticket's number; its key where neither is known. */
  name: string;
  /** Where it goes on. */
  path?: string;
  /** The catalog item that it asks for. */
  item?: string;
  /** Whether the viewer may still ask for it. */
  isOffered: boolean;
  at: string;
}

const listQuery = {
  queryKey: ["drafts"],
  queryFn: () => got(api.GET("/api/v1/drafts", { params: { query: { limit: 100 } } })),
  // Written on another page of this tab, or on another device.
  staleTime: 0,
};

/** For pages that show them first: they are on their way before the page is. */
export function begunAhead(): void {
  void queries.prefetchQuery(listQuery);
}

/** What was begun and not sent, on this device or another; the last written first. */
export function useBegun() {
  const drafts = useQuery(listQuery);
  const catalog = useCatalog({});
  const titles = new Map((catalog.data?.items ?? []).map((entry) => [entry.item, entry.title]));
  // Without titles there would be keys to read, for a moment.
  const isReady = drafts.data !== undefined && !catalog.isLoading;
  return { error: drafts.error, refetch: drafts.refetch, things: isReady ? named(drafts.data.items, titles) : undefined };
}

export function named(drafts: Pick<Schemas["DraftView"], "key" | "updated_at">[], titles: Map<string, string>): BegunThing[] {
  const things = drafts.map(({ key, updated_at: at }) => {
    const { path, item, ticket } = placeOfDraft(key) ?? {};
    const title = item && titles.get(item);
    return { key, name: title ?? ticket ?? item ?? key, path, item, isOffered: title !== undefined, at };
  });
  return things.sort((a, b) => b.at.localeCompare(a.at));
}

/** What has been sent or thrown away is not shown once more until the desk has been asked. */
export function leaveOut(key: string): void {
  queries.setQueryData<Awaited<ReturnType<typeof listQuery.queryFn>>>(listQuery.queryKey, (page) => page && { ...page, items: page.items.filter((draft) => draft.key !== key) });
}
