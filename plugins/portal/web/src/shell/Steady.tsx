import { createContext, useContext, useDeferredValue, useMemo, type ReactNode } from "react";
import { Router, useLocation, useSearch, type BaseLocationHook } from "wouter";
import { navigate } from "wouter/use-browser-location";
import { routeAt } from "./route-at";

export interface Address {
  path: string;
  search: string;
}

const Shown = createContext<Address>({ path: "/", search: "" });

const useShownLocation: BaseLocationHook = () => [useContext(Shown).path, navigate];
const useShownSearch = () => useContext(Shown).search;

const isFetched = (path: string) => routeAt(path)?.route.isFetched() ?? true;

/**
 * The address whose page is drawn: the one before until the next page can be
 * drawn whole. A page whose script is there is drawn at once and in one go, not
 * in the slices that React cuts what may wait into. Words after `?` belong to the page and are never late, since a
 * field that is typed into may stand in them.
 */
export function useShown(): { address: Address; isLate: boolean } {
  const [path] = useLocation();
  const search = useSearch();
  const now = useMemo(() => ({ path, search }), [path, search]);
  const later = useDeferredValue(now);
  const isLate = later.path !== now.path && !isFetched(now.path);
  return { address: isLate ? later : now, isLate };
}

/** What is within believes to be at this address; where it goes, the browser goes. */
export function At({ address, children }: { address: Address; children: ReactNode }) {
  return (
    <Shown value={address}>
      <Router hook={useShownLocation} searchHook={useShownSearch}>
        {children}
      </Router>
    </Shown>
  );
}
