// What the list shows stands in the address: filters by the names that the API
// has for them, `sort`, `columns`, and the queue that they came from.

export type Filters = Record<string, string>;

export interface Asked {
  filters: Filters;
  sort: string;
  columns: string[];
  queue: string | undefined;
}

export const openStatuses = "new,accepted,assigned,escalated";
const usualSort = "-created_at";
const usualColumns = ["number", "title", "status", "priority", "due", "requested_for", "assignee", "group"];
const own = ["sort", "columns", "queue"];

/** The words after `?`, which may be those of a queue of the server's. */
export function read(search: string): Asked {
  const words = new URLSearchParams(search);
  // A bare address is the list of all that is open; one without any filter says its sort.
  const bare = [...words.keys()].length === 0;
  const filters: Filters = bare ? { status: openStatuses } : {};
  for (const [name, value] of words) {
    if (own.includes(name) || value === "") continue;
    filters[name] = filters[name] === undefined ? value : `${filters[name]},${value}`;
  }
  return {
    filters,
    sort: words.get("sort") ?? usualSort,
    columns: words.get("columns")?.split(",").filter((name) => name !== "") ?? usualColumns,
    queue: words.get("queue") ?? undefined,
  };
}

export function write({ filters, sort, columns, queue }: Asked): string {
  const words = new URLSearchParams();
  if (queue !== undefined) words.set("queue", queue);
  for (const [name, value] of Object.entries(filters)) if (value !== "") words.set(name, value);
  words.set("sort", sort);
  if (columns.join() !== usualColumns.join()) words.set("columns", columns.join());
  // Commas may stand in a query as they are, and read better.
  return words.toString().replaceAll("%2C", ",");
}

/** The query string of the filters alone, as a view keeps it. */
export function filterWords(filters: Filters): string {
  const words = new URLSearchParams(Object.entries(filters).filter(([, value]) => value !== ""));
  words.sort();
  return words.toString().replaceAll("%2C", ",");
}

/** Whether two query strings ask for the same tickets. */
export function sameFilters(one: Filters, words: string): boolean {
  return filterWords(one) === filterWords(read(`${words}&sort=`).filters);
}
