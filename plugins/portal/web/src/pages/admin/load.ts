/** `P1: 2, P3: 5`, the most urgent first; priorities without a ticket are left out. */
export function byPriority(counts: Record<string, number>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
    .map(([priority, count]) => `${priority}: ${count}`)
    .join(", ");
}
