import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../../api/client";
import { useTime } from "../../../time/time";
import { between } from "../Span";

// The client reads the pairs of headers as lists.
type Call = Omit<Schemas["KeptCall"], "headers"> & { headers: string[][] };
export type Kept = Omit<Schemas["OutgoingView"], "call"> & { call?: Call | null };

export const kinds = ["message", "call"] as const satisfies readonly Schemas["OutgoingKind"][];
export const fates = ["captured", "redirected"] as const satisfies readonly Schemas["Fate"][];

/** Filters of the address by the names that the API has for them. */
export function wantedIn(address: URLSearchParams) {
  const said = (name: string) => address.get(name)?.trim() ?? "";
  return {
    kind: kinds.find((one) => one === said("kind")),
    fate: fates.find((one) => one === said("fate")),
    ticket: said("ticket"),
    recipient: said("recipient"),
    plugin: said("plugin"),
    first: said("first"),
    last: said("last"),
  };
}

export function useKept({ kind, fate, ticket, recipient, plugin, first, last }: ReturnType<typeof wantedIn>) {
  const { zone } = useTime();
  const narrow = {
    ...(kind ? { kind } : {}),
    ...(fate ? { fate } : {}),
    ...(ticket ? { ticket } : {}),
    ...(recipient ? { recipient } : {}),
    ...(plugin ? { plugin } : {}),
    ...between(first, last, zone),
  };
  return useInfiniteQuery({
    queryKey: ["outgoing", "list", narrow],
    queryFn: ({ pageParam }) => got(api.GET("/api/v1/outgoing", { params: { query: { ...narrow, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    placeholderData: (before) => before,
  });
}

export function useKeptOne(id: string) {
  return useQuery({
    queryKey: ["outgoing", "one", id],
    queryFn: () => got(api.GET("/api/v1/outgoing/{id}", { params: { path: { id } } })),
  });
}

/** JSON set out line by line; any other text as it is. */
export function setOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A message's beginning, for one line of a list. */
export function beginning(text: string, longest = 160): string {
  const line = text.replace(/\s+/g, " ").trim();
  const signs = [...line];
  return signs.length <= longest ? line : `${signs.slice(0, longest).join("")}…`;
}
