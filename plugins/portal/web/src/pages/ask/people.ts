import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { api, got } from "../../api/client";

/** People as a picker needs them: found while one types, the chosen ones remembered by name. */
export function usePeople() {
  const [words, setWords] = useState("");
  const timer = useRef<number>(undefined);
  const names = useRef(new Map<string, string>());
  const found = useQuery({
    queryKey: ["lookup", "people", words],
    queryFn: ({ signal }) => got(api.GET("/api/v1/lookup/people", { params: { query: { q: words, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
    enabled: words !== "",
  });
  for (const person of found.data?.items ?? []) names.current.set(person.username, person.name);
  return {
    search: (typed: string) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => setWords(typed.trim()), 150);
    },
    options: (words === "" ? [] : (found.data?.items ?? [])).map((person) => ({
      value: person.username,
      label: [person.name, person.department, person.location].filter(Boolean).join(" · "),
    })),
    nameOf: (username: string) => names.current.get(username) ?? username,
  };
}
