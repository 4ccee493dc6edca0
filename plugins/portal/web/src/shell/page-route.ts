import type { ComponentType } from "react";
import { loadText } from "../text/text";
import { prompt, type Prompt } from "./prompt";

/** The words of an address that its pattern leaves open: `number` of `/tickets/:number`. */
export type Named = Record<string, string | undefined>;

interface PageFile {
  default: ComponentType;
  /** Asks for what the page shows first, before it is opened. */
  ahead?: (named: Named) => unknown;
}

export interface PageRoute {
  path: string;
  Page: ComponentType;
  /** Fetches the page before it is asked for: when a pointer comes near its link, or in a quiet moment. */
  prefetch: () => Promise<unknown>;
  /** The same, with what the page at this address will show. */
  near: (named: Named) => Promise<unknown>;
  /** Whether the page can be drawn at once. */
  isFetched: () => boolean;
}

/** A page whose script and texts are fetched side by side, with the parts that it always shows. */
export function page(path: string, texts: string[], load: () => Promise<PageFile>, ...parts: Pick<Prompt<never>, "ahead">[]): PageRoute {
  let file: PageFile | undefined;
  const Page = prompt(async () => {
    [file] = await Promise.all([load(), loadText(texts), ...parts.map((part) => part.ahead())]);
    return file;
  });
  const near = (named: Named) => Page.ahead().then(() => void file?.ahead?.(named));
  return { path, Page, prefetch: Page.ahead, near, isFetched: Page.isFetched };
}

/** The words that `path` has where `pattern` leaves them open (`:name`, or `:name?` where it may be absent); nothing where it is another page's address. */
export function namedAt(pattern: string, path: string): Named | undefined {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (given.length > wanted.length) return undefined;
  const named: Named = {};
  for (const [place, word] of wanted.entries()) {
    const found = given[place];
    if (!word.startsWith(":")) {
      if (word !== found) return undefined;
    } else if (found) named[word.slice(1).replace("?", "")] = plain(found);
    else if (!word.endsWith("?")) return undefined;
  }
  return named;
}

function plain(word: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    // Somebody has typed it: a page will say that there is no such thing.
    return word;
  }
}
