import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { may, type Me } from "../../session/session";
import type { Named } from "../../shell/page-route";

export type Ticket = Schemas["TicketView"];
export type Step = Schemas["StepView"];
export type TicketEvent = Schemas["EventView"];
export type Comment = Schemas["CommentView"];
export type Attachment = Schemas["AttachmentView"];
export type Explanation = Schemas["Explanation"];
export type PreviewStep = Schemas["PreviewStep"];

// Every key begins with `ticket` and its number: the event stream freshens them all.

export const ticketQuery = (number: string) => ({
  queryKey: ["ticket", number],
  queryFn: () => got(api.GET("/api/v1/tickets/{number}", { params: { path: { number } } })),
});

export function useTicket(number: string) {
  return useQuery({ ...ticketQuery(number), placeholderData: keepPreviousData });
}

/** For pages of a ticket: what its way is drawn from comes before its link is clicked. */
export function ticketAhead({ number }: Named): void {
  if (number === undefined) return;
  void queries.prefetchQuery(ticketQuery(number));
  void queries.prefetchQuery(stepsQuery(number));
  void queries.prefetchQuery(eventsQuery(number));
  void queries.prefetchQuery(commentsQuery(number));
}

/** All pages of a list, one after the other: a ticket's lists are short. */
async function whole<T>(page: (cursor: string | undefined) => Promise<{ items: T[]; next_cursor?: string | null }>): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const { items: more, next_cursor } = await page(cursor);
    items.push(...more);
    cursor = next_cursor ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const limit = 200;

const stepsQuery = (number: string) => ({
  queryKey: ["ticket", number, "steps"],
  queryFn: () => whole((cursor) => got(api.GET("/api/v1/tickets/{number}/steps", { params: { path: { number }, query: { limit, cursor } } }))),
});

export const useSteps = (number: string) => useQuery(stepsQuery(number));

const eventsQuery = (number: string) => ({
  queryKey: ["ticket", number, "events"],
  queryFn: () => whole((cursor) => got(api.GET("/api/v1/tickets/{number}/events", { params: { path: { number }, query: { limit, cursor } } }))),
});

export const useEvents = (number: string) => useQuery(eventsQuery(number));

const commentsQuery = (number: string) => ({
  queryKey: ["ticket", number, "comments"],
  queryFn: () => whole((cursor) => got(api.GET("/api/v1/tickets/{number}/comments", { params: { path: { number }, query: { limit, cursor } } }))),
});

export const useComments = (number: string) => useQuery(commentsQuery(number));

export function useAttachments(number: string) {
  const path = { number };
  return useQuery({
    queryKey: ["ticket", number, "attachments"],
    queryFn: async () => (await got(api.GET("/api/v1/tickets/{number}/attachments", { params: { path } }))).items,
  });
}

/** Why it waits, and what would move it on. */
export function useExplanation(number: string) {
  return useQuery({
    queryKey: ["ticket", number, "explain"],
    queryFn: () => got(api.GET("/api/v1/tickets/{number}/explain", { params: { path: { number } } })),
  });
}

/** Whether the viewer asked for it, in one of three ways. */
export function isAsker(me: Me, ticket: Ticket): boolean {
  return [ticket.requester, ticket.requested_for, ticket.opened_by].some((person) => person.username === me.username);
}

/** Others may not look into the catalog on the requester's behalf. */
export function mayLookUp(me: Me, ticket: Ticket): boolean {
  return me.staff || isAsker(me, ticket);
}

export const isOpen = (ticket: Ticket) => ticket.status !== "resolved" && ticket.status !== "closed";

/**
 * What the workflow of today would ask for with this form. A ticket goes on
 * under the workflow that it was sent under, so this is a good guess only.
 */
export function useAhead(me: Me, ticket: Ticket) {
  const form = ticket.form ?? {};
  const own = ticket.requested_for.username === me.username;
  return useQuery({
    queryKey: ["catalog", "ahead", ticket.number, ticket.run, ticket.item],
    queryFn: () =>
      got(
        api.POST("/api/v1/catalog/{item}/preview", {
          params: { path: { item: ticket.item } },
          body: { form: form as Record<string, never>, requested_for: own ? undefined : ticket.requested_for.username },
        }),
      ),
    // Of staff, only who may ask for others is told what they would be asked.
    enabled: (isAsker(me, ticket) || may(me, "ask_for_anybody")) && isOpen(ticket) && !ticket.flags.cancelling,
    staleTime: 5 * 60_000,
    retry: false,
    meta: { ahead: false },
  });
}

const itemQuery = (item: string) => ({
  queryKey: ["catalog", "item", item],
  queryFn: () => got(api.GET("/api/v1/catalog/{item}", { params: { path: { item } } })),
  retry: false,
});

/** The item's form, for the titles of what was filled in. */
export function useItem(item: string, enabled = true) {
  return useQuery({ ...itemQuery(item), enabled });
}

export function itemAhead({ item }: Named): void {
  if (item !== undefined) void queries.prefetchQuery(itemQuery(item));
}

export function refreshTicket(number: string): Promise<void> {
  return queries.invalidateQueries({ queryKey: ["ticket", number] });
}
