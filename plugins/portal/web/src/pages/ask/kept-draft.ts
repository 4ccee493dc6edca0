import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { queries } from "../../api/queries";
import { meQuery } from "../../session/session";
import type { Named } from "../../shell/page-route";
import { begun } from "./drafts";

const draftQuery = (username: string, item: string) => ({
  queryKey: ["draft", username, item],
  queryFn: async () => (await begun(username, item)) ?? null,
});

/**
 * What the viewer has begun to ask for: what was read ahead, and once more when the
 * page is opened, since another device may have written since. Then never again:
 * what is written from now on is newer, and the next visit begins anew.
 */
export function useKeptDraft(username: string, item: string) {
  useEffect(() => () => queries.removeQueries({ queryKey: ["draft", username, item] }), [username, item]);
  return useQuery({ ...draftQuery(username, item), staleTime: 0, refetchOnMount: "always", refetchOnWindowFocus: false, refetchOnReconnect: false });
}

export function draftAhead({ item }: Named): void {
  const me = queries.getQueryData<{ username: string }>(meQuery.queryKey);
  if (me && item !== undefined) void queries.prefetchQuery(draftQuery(me.username, item));
}
