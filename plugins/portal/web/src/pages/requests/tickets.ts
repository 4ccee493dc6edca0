import { infiniteQueryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { meQuery, type Me } from "../../session/session";

export const whoses = ["mine", "for-me", "watched"] as const;
export type Whose = (typeof whoses)[number];

const limit = 25;

// A result that is to be confirmed is not over for who asked.
const open: Schemas["Status"][] = ["new", "accepted", "assigned", "escalated", "resolved"];

function whom(whose: Whose, username: string) {
  if (whose === "watched") return { watched: true };
  return whose === "mine" ? { requester: username } : { requested_for: username };
}

/** Newest first: what changes meanwhile does not change its place. */
function requestsQuery(username: string, whose: Whose, over: boolean, q: string) {
  const query = { ...whom(whose, username), status: over ? (["closed"] as Schemas["Status"][]) : open, q: q || undefined, sort: "-created_at", limit };
  return infiniteQueryOptions({
    queryKey: ["tickets", "requests", username, query],
    queryFn: ({ pageParam, signal }) => got(api.GET("/api/v1/tickets", { params: { query: { ...query, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
}

export function useRequests(username: string, whose: Whose, over: boolean, q: string, enabled: boolean) {
  return useInfiniteQuery({ ...requestsQuery(username, whose, over, q), enabled });
}

/** The viewer's own, open and closed, before the page is opened. */
export function requestsAhead(): void {
  const me = queries.getQueryData<Me>(meQuery.queryKey);
  if (me) for (const over of [false, true]) void queries.prefetchInfiniteQuery(requestsQuery(me.username, "mine", over, ""));
}

/** Which of them wait for the viewer: their numbers. */
export function useWaitingForMe(username: string) {
  const query = { waiting_for_me: true, limit: 200 };
  return useQuery({
    queryKey: ["tickets", "waiting-for", username],
    queryFn: () => got(api.GET("/api/v1/tickets", { params: { query } })),
    select: (page) => new Set(page.items.map((ticket) => ticket.number)),
  });
}
