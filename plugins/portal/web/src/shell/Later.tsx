import { useDeferredValue, type ReactNode } from "react";

/**
 * What stands beside the first thing that one looks for: drawn right after it, so
 * that a page is there sooner. For what has a place of its own; what comes above
 * something else would push it down.
 */
export function Later({ children }: { children: ReactNode }) {
  return useDeferredValue(true, false) && children;
}

/** The first few of a list, then all of it: what is out of sight is drawn right after what is not. */
export function useFewFirst<T>(list: T[], few: number): T[] {
  return useDeferredValue(list, list.slice(0, few));
}
