import type { QueryObserverOptions } from "@tanstack/react-query";
import i18next from "i18next";
import { useEffect } from "react";
import { queries } from "../api/queries";
import { routes } from "../routes";
import type { Me } from "../session/session";
import { readyTimes } from "../time/time";
import { isWithin, placesFor, type Place } from "./navigation";
import { whenNear } from "./near";
import { quiet } from "./quiet";
import { routeAt } from "./route-at";
import type { Rehearsals } from "./Stage";
import type { Address } from "./Steady";

/** Somebody is there, and will open something in a moment. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel"];

let isSomebodyThere = false;

/** What does not come in this time is not waited for, in milliseconds. */
const patience = 2000;

const atMost = <T>(what: Promise<T>) => Promise.race([what, new Promise<undefined>((go) => setTimeout(() => go(undefined), patience))]);

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The pages of the navigation and those that their lists open, what is at hand first. */
export function likely(places: Place[], at: string): string[] {
  const here = places.filter((place) => isWithin(at, place));
  const opened = (some: Place[]) => some.flatMap(({ opens }) => opens ?? []);
  return [...new Set([...opened(here), ...places.map(({ path }) => path), ...opened(places)])];
}

/**
 * Fetches the scripts of what the viewer may open next, one in each quiet moment
 * from their first move on, and has each page drawn out of sight, so that it is
 * there when it is clicked; what somebody comes near to, before all else. Who only
 * looks, or pays for each byte, fetches nothing more than the page itself.
 */
export function useAhead(me: Me, at: string, rehearsals: Rehearsals): void {
  useEffect(() => {
    if (savesData()) return;
    const end = new AbortController();
    let reached = new AbortController();
    const forget = whenNear((address) => {
      reached.abort();
      reached = new AbortController();
      void drawAhead(address, rehearsals, reached.signal);
    });
    const listening = new AbortController();
    const begin = async () => {
      isSomebodyThere = true;
      listening.abort();
      await quiet();
      readyTimes(i18next.language, me.zone);
      for (const path of likely(placesFor(me), at)) {
        await quiet();
        if (end.signal.aborted) return;
        // A failure shows when the page is opened; here nobody waits for it.
        await routes.find((route) => route.path === path)?.prefetch().catch(() => {});
        await makeReady(path, rehearsals, end.signal);
      }
    };
    if (isSomebodyThere) void begin();
    else for (const sign of signs) addEventListener(sign, () => void begin(), { once: true, capture: true, passive: true, signal: listening.signal });
    return () => {
      forget();
      reached.abort();
      listening.abort();
      end.abort();
    };
  }, [me, at, rehearsals]);
}

/** A page of one ticket or item is made ready for one that is linked from here. */
async function makeReady(pattern: string, rehearsals: Rehearsals, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const path = pattern.includes(":") ? linked(pattern) : pattern;
  if (path !== undefined && !rehearsals.isReady(pattern)) await drawAhead({ path, search: "" }, rehearsals, signal);
}

/** What a page asks for first, and what it asks for with the answers. */
const rounds = 2;

/**
 * What a page shows comes first; what else it asks for while it is drawn comes with
 * it before it is shown. Over as soon as the viewer is elsewhere or near to another.
 */
async function drawAhead(address: Address, rehearsals: Rehearsals, signal: AbortSignal): Promise<void> {
  const at = routeAt(address.path);
  const isWanted = () => !signal.aborted && at?.route.isFetched() === true && !rehearsals.isReadyAt(address);
  await at?.route.near(at.named).catch(() => {});
  if (!isWanted()) return;
  await atMost(answered());
  await quiet();
  if (!isWanted()) return;
  const known = new Set(queries.getQueryCache().getAll().map(({ queryHash }) => queryHash));
  const page = await atMost(rehearsals.rehearse(address));
  for (let round = 0; page && round < rounds && !signal.aborted; round++) {
    const missing = unasked(known);
    if (missing.length === 0) return;
    // A failure is told when the page is shown, and asks anew.
    await atMost(Promise.allSettled(missing.map((query) => query.fetch())));
    await quiet();
    if (!signal.aborted) await atMost(page.again());
  }
}

/** What was drawn without its data: only an effect would ask for it. What is worked out for the viewer alone waits for them. */
const unasked = (known: ReadonlySet<string>) =>
  queries.getQueryCache().findAll({
    predicate: (query) => {
      const { state, meta, queryHash } = query;
      const { enabled, queryFn } = query.options as QueryObserverOptions;
      const isWanted = queryFn !== undefined && (typeof enabled === "function" ? enabled(query as never) : enabled !== false);
      const isIdle = state.status === "pending" && state.fetchStatus === "idle" && query.getObserversCount() === 0;
      return isWanted && isIdle && !known.has(queryHash) && meta?.["ahead"] !== false;
    },
  });

function linked(pattern: string): string | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#content a[href]")];
  return links.map((link) => new URL(link.href).pathname).find((path) => routeAt(path)?.route.path === pattern);
}

/** Nothing is under way to the desk any more. */
function answered(): Promise<void> {
  return new Promise((go) => {
    const look = () => queries.isFetching() === 0 && (end(), go());
    const end = queries.getQueryCache().subscribe(() => void look());
    look();
  });
}
