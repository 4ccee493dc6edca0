import { useQueries } from "@tanstack/react-query";
import { api, got } from "../api/client";

const nameQuery = (username: string) => ({
  queryKey: ["people", "name", username],
  queryFn: async () => {
    const found = await got(api.GET("/api/v1/lookup/people", { params: { query: { q: username, limit: 20 } } }));
    return found.items.find((person) => person.username === username)?.name ?? username;
  },
  // Names change rarely, and one stands on many pages.
  staleTime: 30 * 60_000,
});

/** What people are called of whom only the username is known; the username until then, and where nobody has it. */
export function usePeopleNames(usernames: string[]): (username: string) => string {
  const asked = [...new Set(usernames)];
  const found = useQueries({ queries: asked.map(nameQuery) });
  return (username) => found[asked.indexOf(username)]?.data ?? username;
}
