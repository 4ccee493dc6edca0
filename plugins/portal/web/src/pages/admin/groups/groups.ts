import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, got, type Schemas } from "../../../api/client";

export type Group = Schemas["GroupView"];
export type GroupFields = Omit<Schemas["NewGroup"], "name">;

/** Fields of the form: what else the server finds fault with is told above it. */
export const groupFields = ["name", "line", "lead", "members", "calendar", "desk", "capacity", "priorities"] as const;

export const lines = [0, 1, 2, 3] as const;

/** The groups; the API has no search of its own for them, so with words all pages are fetched. */
export function useGroups(isNarrowed: boolean) {
  const pages = useInfiniteQuery({
    queryKey: ["groups", "list"],
    queryFn: ({ pageParam }) => got(api.GET("/api/v1/groups", { params: { query: { limit: 100, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
  });
  const { hasNextPage, isFetching, isError, fetchNextPage } = pages;
  useEffect(() => {
    if (isNarrowed && hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [isNarrowed, hasNextPage, isFetching, isError, fetchNextPage]);
  return pages;
}

export function useGroup(name: string) {
  return useQuery({
    queryKey: ["groups", "one", name],
    queryFn: () => got(api.GET("/api/v1/groups/{name}", { params: { path: { name } } })),
  });
}

/** Groups whose name, lead or members have each of the words, of that line where one is wanted. */
export function matching(groups: Group[], words: string, line: number | undefined): Group[] {
  const wanted = words.toLowerCase().split(/\s+/);
  return groups.filter((group) => {
    const people = [group.lead, ...group.members].flatMap((person) => (person ? [person.name, person.username] : []));
    const text = [group.name, ...people].join("\n").toLowerCase();
    return (line === undefined || group.line === line) && wanted.every((word) => text.includes(word));
  });
}

/** The record as the API takes it: people by their usernames. */
export function fieldsOf({ line, lead, members, calendar, desk, capacity, priorities }: Group) {
  return {
    line,
    lead: lead?.username ?? null,
    members: members.map(({ username }) => username),
    calendar: calendar ?? null,
    desk: desk ?? null,
    capacity: capacity ?? null,
    priorities,
  } satisfies GroupFields;
}

/** Who is no member any more is none who is given anything first. */
export function firstOfMembers(priorities: Record<string, string[]>, members: string[]): Record<string, string[]> {
  return Object.fromEntries(Object.entries(priorities).map(([priority, people]) => [priority, people.filter((one) => members.includes(one))]));
}
