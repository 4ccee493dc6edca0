import type { Entry } from "./ItemList";

const folded = (text: string) => text.normalize("NFKC").toLowerCase();

/**
 * Where an item's page is. What somebody searched for goes along as what it is
 * about, unless the words only name the item: who types "laptop" wants no laptop
 * about a laptop.
 */
export function pageOf({ item, title, keywords }: Pick<Entry, "item" | "title" | "keywords">, words = ""): string {
  const path = `/catalog/${encodeURIComponent(item)}`;
  const names = folded([title, ...keywords].join("\n"));
  const saysMore = folded(words).split(/\s+/).some((word) => !names.includes(word));
  return saysMore ? `${path}?${new URLSearchParams({ about: words.trim() })}` : path;
}
