import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, got, type Schemas } from "../../api/client";
import { useSettled } from "../../time/settled";

/**
 * Who is offered: while something is typed the hits alone, so that Enter takes
 * what was typed; otherwise the viewer, and whoever is chosen already.
 */
export function offered(typed: string, hits: string[], viewer: string, chosen: string): string[] {
  if (typed.trim() !== "") return hits;
  return chosen === viewer ? [viewer] : [viewer, chosen];
}

/** People as a picker needs them: found while one types, the chosen ones remembered by name. */
export function usePeople() {
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();
  const words = useSettled(wanted);
  const known = useRef(new Map<string, Schemas["PersonEntry"]>());
  const found = useQuery({
    queryKey: ["lookup", "people", words],
    queryFn: ({ signal }) => got(api.GET("/api/v1/lookup/people", { params: { query: { q: words, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
    enabled: words !== "",
  });
  const items = found.data?.items ?? [];
  for (const person of items) known.current.set(person.username, person);
  // Hits of other words are none of these: Enter would choose somebody who is not meant.
  const isFresh = words === wanted && !found.isPlaceholderData;
  return {
    typed,
    search: setTyped,
    isSearching: wanted !== "" && (!isFresh || found.isFetching),
    hits: isFresh ? items.map((person) => person.username) : [],
    nameOf: (username: string) => known.current.get(username)?.name ?? username,
    labelOf: (username: string) => {
      const person = known.current.get(username);
      return person ? [person.name, person.department, person.location].filter(Boolean).join(" · ") : username;
    },
  };
}
