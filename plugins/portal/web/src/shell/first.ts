import { queries } from "../api/queries";
import { SignInPage } from "../session/SessionGate";
import { maybeSignedIn, meQuery } from "../session/session";
import { routeAt } from "./route-at";

/** With a slow line something is drawn after this many milliseconds, be it the sign of waiting. */
const patience = 300;

/**
 * What the first picture needs, fetched side by side: the viewer and the page of
 * the address with what it shows, or the sign-in page. Asked for one after the
 * other as each is drawn, they would come as many answers later.
 */
export function firstThings(): Promise<unknown> {
  const at = routeAt(location.pathname);
  const needed = maybeSignedIn() ? [queries.prefetchQuery(meQuery), at?.route.near(at.named)] : [SignInPage.ahead()];
  // A failure is told by what is drawn then.
  return Promise.race([Promise.allSettled(needed), new Promise((go) => setTimeout(go, patience))]);
}
