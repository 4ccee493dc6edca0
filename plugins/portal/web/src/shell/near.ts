import { routes } from "../routes";
import { namedAt } from "./page-route";

/** Fetches what is at an address of the portal: somebody is about to go there. */
export function comeNear(to: string): void {
  const path = to.split(/[?#]/)[0] ?? to;
  for (const route of routes) {
    const named = namedAt(route.path, path);
    // A failure shows when the page is opened; here nobody waits for it.
    if (named) return void route.near(named).catch(() => {});
  }
}
