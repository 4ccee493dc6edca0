import { routeAt } from "./route-at";

/** Fetches what is at an address of the portal: somebody is about to go there. */
export function comeNear(to: string): void {
  const at = routeAt(to.split(/[?#]/)[0] ?? to);
  // A failure shows when the page is opened; here nobody waits for it.
  at?.route.near(at.named).catch(() => {});
}
