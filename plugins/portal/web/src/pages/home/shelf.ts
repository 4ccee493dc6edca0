import type { Entry } from "./ItemList";

type Shown = Pick<Entry, "item" | "category">;

/**
 * Whether anybody has asked for anything: what is asked for most then stands
 * elsewhere than in the usual order, in which those stand that are even.
 */
export function isUsed(mostUsed: Shown[], usual: Shown[]): boolean {
  return mostUsed.some(({ item }, place) => item !== usual[place]?.item);
}

/**
 * A few of the catalog: the first of each category, then the second, and so on.
 * Within a category they stand as their authors put them, what matters most first.
 */
export function firstOfEach<T extends Shown>(usual: T[], few: number): T[] {
  if (usual.length <= few) return usual;
  const seen = new Map<string, number>();
  const ranked = usual.map((entry) => {
    const rank = seen.get(entry.category) ?? 0;
    seen.set(entry.category, rank + 1);
    return { entry, rank };
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, few)
    .map(({ entry }) => entry);
}
