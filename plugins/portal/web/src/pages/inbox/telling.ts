/** What no two requests share by chance and people read: words, not a choice's key, a date or a file's id. */
const isSaid = (value: unknown): value is string => typeof value === "string" && value.length > 12 && /\s/.test(value.trim());

const said = (values: unknown) =>
  typeof values === "object" && values !== null && !Array.isArray(values) ? Object.values(values as Record<string, unknown>).find(isSaid) : undefined;

/** The words by which a request is told from another of the same item: what the step shows, its form, its description. */
export function tellingWords(shown: unknown, ticket: { form?: unknown; description?: string | null } | undefined): string | undefined {
  return said(shown) ?? said(ticket?.form) ?? (ticket?.description?.trim() || undefined);
}
