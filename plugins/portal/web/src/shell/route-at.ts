import { routes } from "../routes";
import { namedAt, type Named, type PageRoute } from "./page-route";

/** The page of a path, and the words that its address names. */
export function routeAt(path: string): { route: PageRoute; named: Named } | undefined {
  for (const route of routes) {
    const named = namedAt(route.path, path);
    if (named) return { route, named };
  }
  return undefined;
}
