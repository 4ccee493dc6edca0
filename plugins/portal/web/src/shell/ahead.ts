import i18next from "i18next";
import { useEffect } from "react";
import { queries } from "../api/queries";
import { routes } from "../routes";
import type { Me } from "../session/session";
import { readyTimes } from "../time/time";
import { isWithin, placesFor, type Place } from "./navigation";
import { namedAt } from "./page-route";
import type { Rehearsed } from "./Rehearsal";

/** Somebody is there, and will open something in a moment. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel"];

/** What does not come in this time is not waited for, in milliseconds. */
const patience = 2000;

/** Safari has no idle callback. */
const quiet = () => new Promise<void>((go) => ("requestIdleCallback" in window ? requestIdleCallback(() => go(), { timeout: patience }) : setTimeout(go, 50)));

const atMost = (what: Promise<unknown>) => Promise.race([what, new Promise((go) => setTimeout(go, patience))]);

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The pages of the navigation and those that their lists open, what is at hand first. */
export function likely(places: Place[], at: string): string[] {
  const here = places.filter((place) => isWithin(at, place));
  const opened = (some: Place[]) => some.flatMap(({ opens }) => opens ?? []);
  return [...new Set([...opened(here), ...places.map(({ path }) => path), ...opened(places)])];
}

/** Once each: what is drawn a second time is as quick as it gets. */
const rehearsed = new Set<string>();

/**
 * Fetches the scripts of what the viewer may open next, one in each quiet moment
 * from their first move on, and has each page drawn once out of sight, so that it
 * is there when it is clicked. Who only looks, or pays for each byte, fetches
 * nothing more than the page itself.
 */
export function useAhead(me: Me, at: string, rehearse: (what: Rehearsed | undefined) => void): void {
  useEffect(() => {
    if (savesData()) return;
    const end = new AbortController();
    const listening = new AbortController();
    const begin = async () => {
      listening.abort();
      await quiet();
      readyTimes(i18next.language, me.zone);
      const paths = likely(placesFor(me), at);
      for (const path of paths) {
        await quiet();
        if (end.signal.aborted) return;
        // A failure shows when the page is opened; here nobody waits for it.
        await routes.find((route) => route.path === path)?.prefetch().catch(() => {});
      }
      for (const path of paths) if (!end.signal.aborted) await rehearseOnce(path, at, rehearse);
      rehearse(undefined);
    };
    for (const sign of signs) addEventListener(sign, () => void begin(), { once: true, capture: true, passive: true, signal: listening.signal });
    return () => {
      listening.abort();
      end.abort();
    };
  }, [me, at, rehearse]);
}

/** A page of one ticket or item is rehearsed with one that is linked from here. */
async function rehearseOnce(pattern: string, at: string, rehearse: (what: Rehearsed) => void): Promise<void> {
  const route = routes.find((route) => route.path === pattern);
  const path = pattern.includes(":") ? linked(pattern) : pattern;
  const named = path === undefined ? undefined : namedAt(pattern, path);
  if (!route?.isFetched() || path === undefined || path === at || !named || rehearsed.has(pattern)) return;
  rehearsed.add(pattern);
  await quiet();
  await route.near(named).catch(() => {});
  await atMost(answered());
  await quiet();
  await atMost(new Promise<void>((done) => rehearse({ address: { path, search: "" }, done })));
}

function linked(pattern: string): string | undefined {
  const links = [...document.querySelectorAll<HTMLAnchorElement>("#content a[href]")];
  return links.map((link) => new URL(link.href).pathname).find((path) => namedAt(pattern, path) !== undefined);
}

/** Nothing is under way to the desk any more. */
function answered(): Promise<void> {
  return new Promise((go) => {
    const look = () => queries.isFetching() === 0 && (end(), go());
    const end = queries.getQueryCache().subscribe(() => void look());
    look();
  });
}
