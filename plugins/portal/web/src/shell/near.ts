import { routeAt } from "./route-at";
import type { Address } from "./Steady";

/** Who only passes over a link is gone again after this time, in milliseconds. */
const passing = 50;

let stayed: ((address: Address) => void) | undefined;
let soon: number | undefined;

/** Tells where somebody stays near a link to; gives back the way to hear no more. */
export function whenNear(hear: (address: Address) => void): () => void {
  stayed = hear;
  return () => {
    clearTimeout(soon);
    if (stayed === hear) stayed = undefined;
  };
}

const split = (to: string): Address => {
  const [path = "", search = ""] = (to.split("#")[0] ?? to).split("?");
  return { path, search };
};

/** Nobody is near any more. */
export const goAway = (): void => clearTimeout(soon);

/** Fetches what is at an address of the portal: somebody is about to go there. */
export function comeNear(to: string): void {
  const at = routeAt(split(to).path);
  // A failure shows when the page is opened; here nobody waits for it.
  at?.route.near(at.named).catch(() => {});
  stayNear(to);
}

/** The same for what a pointer passes over all the time, as the rows of a list: nothing is fetched before it stays. */
export function stayNear(to: string): void {
  clearTimeout(soon);
  soon = window.setTimeout(() => stayed?.(split(to)), passing);
}
