import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { roles } from "../../../session/roles";

export type Person = Schemas["UserView"];
export type Role = Schemas["Role"];

/** What a form of a person holds; the server's names. */
export type PersonFields = Omit<Schemas["NewUser"], "username">;

/** Fields of the form, in its order: what else the server finds fault with is told above it. */
export const personFields = [
  "username",
  "name",
  "email",
  "phone",
  "department",
  "location",
  "language",
  "zone",
  "manager",
  "substitute",
  "roles",
  "categories",
  "groups",
  "skills",
  "profile",
  "calendar",
] as const;

export interface PeopleFilter {
  q: string;
  role: Role | undefined;
  group: string;
  active: boolean | undefined;
}

export function peopleFilter(address: URLSearchParams): PeopleFilter {
  const active = address.get("active");
  return {
    q: address.get("q") ?? "",
    role: roles.find((role) => role === address.get("role")),
    group: address.get("group") ?? "",
    active: active === "true" ? true : active === "false" ? false : undefined,
  };
}

export function usePeople({ q, role, group, active }: PeopleFilter) {
  const narrow = { ...(q ? { q } : {}), ...(role ? { role } : {}), ...(group ? { group } : {}), ...(active === undefined ? {} : { active }) };
  return useInfiniteQuery({
    queryKey: ["users", "list", narrow],
    queryFn: ({ pageParam }) => got(api.GET("/api/v1/users", { params: { query: { ...narrow, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } } })),
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    // While somebody types on, what was found stays.
    placeholderData: (before) => before,
  });
}

export function usePerson(username: string) {
  return useQuery({
    queryKey: ["users", "one", username],
    queryFn: () => got(api.GET("/api/v1/users/{username}", { params: { path: { username } } })),
  });
}

/** After a change of people or groups: whatever shows them is asked for anew. */
export function freshenDirectory(shown = ["users", "groups", "people", "lookup", "audit", "me"]): Promise<unknown> {
  return Promise.all(shown.map((name) => queries.invalidateQueries({ queryKey: [name] })));
}
