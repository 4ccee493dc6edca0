import { useQueries } from "@tanstack/react-query";
import { api, got } from "../../api/client";
import { useMe } from "../../session/session";

/**
 * Names of people whom a step's arguments name by username. Who has left is not
 * found any more, and keeps the username.
 */
export function useNames(usernames: string[]): (username: string) => string {
  const me = useMe();
  const unknown = [...new Set(usernames)].filter((one) => one !== me.username);
  const found = useQueries({
    queries: unknown.map((username) => ({
      queryKey: ["people", "named", username],
      queryFn: () => got(api.GET("/api/v1/lookup/people", { params: { query: { q: username, limit: 100 } } })),
      staleTime: 5 * 60_000,
    })),
  });
  return (username) => {
    if (username === me.username) return me.name;
    const items = found[unknown.indexOf(username)]?.data?.items ?? [];
    return items.find((person) => person.username === username)?.name ?? username;
  };
}
