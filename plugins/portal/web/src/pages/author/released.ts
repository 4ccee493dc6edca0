import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { readFile } from "./content";
import { undone } from "./unified-diff";

// Versions of a file that the desk keeps no list of its own for: they are in the
// releases, each with what it changed.

/** How many releases are looked through. */
export const atMost = 100;

export const releaseQuery = (id: string) => ({
  queryKey: ["content", "release", id],
  staleTime: Infinity,
  queryFn: () => got(api.GET("/api/v1/releases/{id}", { params: { path: { id } } })),
});

/** Releases that changed a file, the latest first, and whether there are older ones that nobody looked at. */
export async function versionsIn(path: string): Promise<{ items: Schemas["TextVersion"][]; isPart: boolean }> {
  const { items, next_cursor } = await got(api.GET("/api/v1/releases", { params: { query: { limit: atMost } } }));
  const releases = await Promise.all(items.map(({ id }) => queries.fetchQuery(releaseQuery(id))));
  const touching = releases.filter(({ changes }) => changes.some((change) => change.path === path));
  return { items: touching.map(({ id, at, author, note }) => ({ release: id, at, author, note, hash: id })), isPart: Boolean(next_cursor) };
}

/** A file as a release left it: what came later is undone; nothing where that does not fit. */
export async function textAt(path: string, release: string): Promise<string | undefined> {
  const { items } = await versionsIn(path);
  const later = items.slice(0, items.findIndex((version) => version.release === release));
  let text: string | undefined = (await readFile(path))?.text;
  for (const { release: id } of later) {
    const { changes } = await queries.fetchQuery(releaseQuery(id));
    const change = changes.find((one) => one.path === path);
    if (text === undefined || !change) return undefined;
    text = undone(text, change.diff);
  }
  return text;
}
