import { useQuery } from "@tanstack/react-query";
import { api, got } from "../../../api/client";
import { useItems } from "../content";

export interface Offer {
  value: string;
  label: string;
}

const same = (value: string): Offer => ({ value, label: value });
const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")].map(same);

/** What the desk has beside its policy, and the policy may name. People are too many: they are looked for. */
export function useDeskNames() {
  const items = useItems();
  const query = { limit: 200 };
  const groups = useQuery({ queryKey: ["lookup", "groups"], queryFn: () => got(api.GET("/api/v1/lookup/groups", { params: { query } })) });
  const places = useQuery({ queryKey: ["lookup", "locations"], queryFn: () => got(api.GET("/api/v1/lookup/locations", { params: { query } })) });
  const all = [items, groups, places];
  const categories = new Map((items.data ?? []).filter(({ category }) => category !== "").map(({ category, categoryName }) => [category, categoryName]));
  const offers: Record<string, Offer[]> = {
    group: (groups.data?.items ?? []).map(({ name }) => same(name)),
    location: (places.data?.items ?? []).map(same),
    item: (items.data ?? []).map(({ item, title }) => ({ value: item, label: title === item ? item : `${title} (${item})` })),
    category: [...categories].map(([value, name]) => ({ value, label: name ? `${name} (${value})` : value })),
    zone: zones,
  };
  return {
    offers,
    problem: all.find(({ error }) => error)?.error,
    retry: () => void Promise.all(all.map((one) => one.error && one.refetch())),
  };
}
