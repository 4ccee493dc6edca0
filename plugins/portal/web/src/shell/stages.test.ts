import { expect, test, vi } from "vitest";
import { arrived, isReady, isReadyAt, stageAt, withoutReady, withReady, type Now, type Stages } from "./stages";

vi.stubGlobal("document", { createElement: () => ({}) });

const at = (path: string, search = "") => ({ path, search });
const now = (time: number, kept: string | undefined = ""): Now => ({ time, kept });
const home: Stages = { shown: stageAt(at("/"), now(0)), ready: [] };
const ahead = (stages: Stages, path: string, when = now(1000)) => withReady(stages, stageAt(at(path), when, true));

test("a page that was made ready is the one that is shown, once", () => {
  const made = ahead(ahead(home, "/requests"), "/inbox");
  const [inbox, requests] = made.ready;
  const there = arrived(made, at("/inbox"), () => now(2000));
  expect(there.shown).toBe(inbox);
  expect(there.ready).toEqual([requests]);
  const back = arrived(arrived(there, at("/"), () => now(3000)), at("/inbox"), () => now(4000));
  expect(back.shown).not.toBe(inbox);
  expect(back.shown.isAhead).toBe(false);
});

test("of the kind that is shown none is made ready, though it was begun before", () => {
  const inbox = arrived(home, at("/inbox"), () => now(1));
  expect(ahead(inbox, "/inbox")).toBe(inbox);
  expect(arrived(ahead(home, "/tickets/SR-000001"), at("/tickets/SR-000002"), () => now(2000)).ready).toEqual([]);
});

test("nothing is drawn anew while the address stays, and a page is the same for others of its kind", () => {
  expect(arrived(home, at("/"), () => now(1))).toBe(home);
  const ticket = arrived(home, at("/tickets/SR-000001"), () => now(1));
  const other = arrived(ahead(ticket, "/tickets/SR-000002"), at("/tickets/SR-000002"), () => now(1500));
  expect(other.shown.id).toBe(ticket.shown.id);
  expect(other.shown.address.path).toBe("/tickets/SR-000002");
  const searched = arrived(home, at("/", "q=laptop"), () => now(1));
  expect(searched.shown).toEqual({ ...home.shown, address: at("/", "q=laptop") });
  expect(arrived(ticket, at("/nowhere"), () => now(1)).shown.id).not.toBe(ticket.shown.id);
});

test("words of an address that the page was not drawn with are not left out", () => {
  const made = ahead(home, "/catalog/laptop");
  const asked = arrived(made, at("/catalog/laptop", "like=SR-000001"), () => now(2000));
  expect(asked.shown.isAhead).toBe(false);
  expect(asked.shown.address.search).toBe("like=SR-000001");
  expect(asked.ready).toEqual([]);
});

test("what is old, or was drawn before something was typed and kept, is drawn anew", () => {
  const made = ahead(home, "/inbox", now(1000, "typed: a"));
  const opened = (when: Now) => arrived(made, at("/inbox"), () => when).shown.isAhead;
  expect(opened(now(2000, "typed: a"))).toBe(true);
  expect(opened(now(2000, "typed: ab"))).toBe(false);
  expect(opened(now(1000 + 5 * 60_000, "typed: a"))).toBe(false);
  expect(isReady(made, "/inbox", now(2000, "typed: a"))).toBe(true);
  expect(isReady(made, "/inbox", now(2000, "typed: ab"))).toBe(false);
  expect(isReadyAt(made, at("/inbox"), now(2000, "typed: a"))).toBe(true);
  expect(isReadyAt(made, at("/inbox", "kind=task"), now(2000, "typed: a"))).toBe(false);
  // More is kept than can be compared.
  const much = ahead(home, "/inbox", { time: 1000, kept: undefined });
  expect(arrived(much, at("/inbox"), () => ({ time: 2000, kept: undefined })).shown.isAhead).toBe(false);
});

test("of each kind one page is ready, of all of them eight, and none that could not be drawn", () => {
  const tickets = ahead(ahead(home, "/tickets/SR-000001"), "/tickets/SR-000002");
  expect(tickets.ready.map(({ address }) => address.path)).toEqual(["/tickets/SR-000002"]);
  const kinds = ["/requests", "/inbox", "/desk", "/author", "/admin", "/lists", "/forms", "/me", "/absences", "/gallery"];
  expect(kinds.reduce((made, path) => ahead(made, path), home).ready.map(({ address }) => address.path)).toEqual(kinds.slice(2).reverse());
  expect(withoutReady(tickets, "/tickets/SR-000002").ready).toEqual([]);
  expect(withoutReady(tickets, "/tickets/SR-000001")).toBe(tickets);
});
