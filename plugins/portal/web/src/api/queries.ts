import { QueryClient } from "@tanstack/react-query";
import { passing } from "./problem";

/**
 * Keys begin with what they are about, so that the event stream can freshen
 * them: `["ticket", number, …]`, `["tickets", …]`, `["inbox", …]`, `["queues"]`,
 * `["notifications"]`, `["catalog", …]`, `["me"]`.
 */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (count, problem) => count < 2 && passing(problem),
      // The client tells offline from refused itself; paused queries would only spin.
      networkMode: "always",
      // Said outright, since the line above would switch it off.
      refetchOnReconnect: true,
    },
    mutations: { networkMode: "always" },
  },
});
