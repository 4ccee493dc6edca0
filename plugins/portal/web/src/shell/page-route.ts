import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import { loadText } from "../text/text";

export interface PageRoute {
  path: string;
  Page: LazyExoticComponent<ComponentType>;
  /** Fetches the page before it is asked for, when a pointer rests on its link. */
  prefetch: () => Promise<unknown>;
}

/** A page whose script and texts are fetched side by side. */
export function page(path: string, texts: string[], load: () => Promise<{ default: ComponentType }>): PageRoute {
  const both = () => Promise.all([load(), loadText(texts)]).then(([loaded]) => loaded);
  return { path, Page: lazy(both), prefetch: both };
}
