/** Where a draft goes on: `ask/laptop` at the item's form, `comment.SR-000001` at the ticket. */
export function placeOfDraft(key: string): { path: string; item?: string; ticket?: string } | undefined {
  const [, ticket] = /\b((?:SR|INC|CHG|PRB)-\d+)\b/.exec(key) ?? [];
  if (ticket) return { path: `/tickets/${ticket}`, ticket };
  const [, item] = /^(?:ask|request|item|catalog)[./:-]([a-z0-9-]+)/.exec(key) ?? [];
  if (item) return { path: `/catalog/${item}`, item };
  return undefined;
}
