import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";

// What the prices of choices are in. An item with a base price says it; of any
// other the desk says it with each preview, but not with the item itself.

const told = (item: string) => ["currency", item];

/** What a preview has said, from then on. */
export function tellCurrency(item: string, currency: string | undefined): void {
  if (currency !== undefined) queries.setQueryData(told(item), currency);
}

/** The currency of all prices of a catalog; nothing where there are several. */
export function agreed(items: Pick<Schemas["CatalogEntry"], "price">[]): string | undefined {
  const all = new Set(items.flatMap(({ price }) => price?.currency ?? []));
  return all.size === 1 ? [...all][0] : undefined;
}

/** The currency of an item's prices; before the first preview that of the catalog's others. */
export function useCurrency({ item, price, schema }: Pick<Schemas["CatalogItemView"], "item" | "price" | "schema">): string | undefined {
  const own = price?.currency;
  const isWanted = own === undefined && JSON.stringify(schema).includes('"x-price"');
  const said = useQuery<string>({ queryKey: told(item), enabled: false, staleTime: Infinity });
  const others = useQuery({
    queryKey: ["catalog", "currency"],
    queryFn: async () => agreed((await got(api.GET("/api/v1/catalog"))).items) ?? null,
    enabled: isWanted && said.data === undefined,
    staleTime: 5 * 60_000,
  });
  return own ?? said.data ?? others.data ?? undefined;
}
