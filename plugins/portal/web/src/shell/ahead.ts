import i18next from "i18next";
import { useEffect } from "react";
import { routes } from "../routes";
import type { Me } from "../session/session";
import { readyTimes } from "../time/time";
import { isWithin, placesFor, type Place } from "./navigation";

/** Somebody is there, and will open something in a moment. */
const signs = ["pointermove", "pointerdown", "touchstart", "keydown", "wheel"];

/** Safari has no idle callback. */
const quiet = () => new Promise<void>((go) => ("requestIdleCallback" in window ? requestIdleCallback(() => go(), { timeout: 2000 }) : setTimeout(go, 50)));

const savesData = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The pages of the navigation and those that their lists open, what is at hand first. */
export function likely(places: Place[], at: string): string[] {
  const here = places.filter((place) => isWithin(at, place));
  const opened = (some: Place[]) => some.flatMap(({ opens }) => opens ?? []);
  return [...new Set([...opened(here), ...places.map(({ path }) => path), ...opened(places)])];
}

/**
 * Fetches the scripts of what the viewer may open next, one in each quiet moment
 * from their first move on, so that a page is there when it is clicked. Who only
 * looks, or pays for each byte, fetches nothing more than the page itself.
 */
export function useAhead(me: Me, at: string): void {
  useEffect(() => {
    if (savesData()) return;
    const end = new AbortController();
    const begin = async () => {
      end.abort();
      await quiet();
      readyTimes(i18next.language, me.zone);
      for (const path of likely(placesFor(me), at)) {
        await quiet();
        // A failure shows when the page is opened; here nobody waits for it.
        await routes.find((route) => route.path === path)?.prefetch().catch(() => {});
      }
    };
    for (const sign of signs) addEventListener(sign, () => void begin(), { once: true, capture: true, passive: true, signal: end.signal });
    return () => end.abort();
    // Once for each viewer: wherever they go from here, the rest is fetched already.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [me.username]);
}
