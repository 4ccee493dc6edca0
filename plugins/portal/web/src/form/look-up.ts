import { api, got } from "../api/client";

/** Where a picker looks: people, groups, or a list that the desk publishes. */
export type Source = { kind: "people" } | { kind: "groups" } | { kind: "list"; name: string };

export interface Entry {
  /** What the form holds: a username, a group's name, the key of a list's row. */
  key: string;
  name: string;
  about: string | undefined;
}

const limit = 30;

export async function lookUp(source: Source, q: string): Promise<Entry[]> {
  const query = { q, limit };
  if (source.kind === "people") {
    const { items } = await got(api.GET("/api/v1/lookup/people", { params: { query } }));
    return items.map(({ username, name, department, location }) => ({
      key: username,
      name,
      about: [department, location].filter(Boolean).join(", ") || undefined,
    }));
  }
  if (source.kind === "groups") {
    const { items } = await got(api.GET("/api/v1/lookup/groups", { params: { query } }));
    return items.map(({ name }) => ({ key: name, name, about: undefined }));
  }
  const path = { name: source.name };
  const { items } = await got(api.GET("/api/v1/lookup/lists/{name}", { params: { path, query } }));
  return (items as Record<string, string>[]).map(row);
}

/**
 * The form holds a row's first column, but the API gives a row's columns by
 * name: `name` is the key wherever a list has it, else its `title`.
 */
function row(columns: Record<string, string>): Entry {
  const key = columns["name"] ?? columns["title"] ?? Object.values(columns)[0] ?? "";
  const name = columns["title"] ?? key;
  const about = columns["location"] ?? columns["vendor"];
  return { key, name, about: about || undefined };
}

/** The entry of a key; what is no longer there is shown by its key. */
export async function entryOf(source: Source, key: string): Promise<Entry> {
  const found = await lookUp(source, key).catch(() => []);
  return found.find((entry) => entry.key === key) ?? { key, name: key, about: undefined };
}
