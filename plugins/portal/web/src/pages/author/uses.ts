import { useQuery } from "@tanstack/react-query";
import { queries } from "../../api/queries";
import { useItems } from "./content";
import { filesIn, ofText } from "./in-force";

// Who uses what many items share: lists, and forms of steps.

export interface Use {
  /** The page that tells more; nothing where there is none. */
  to: string | undefined;
  /** How it is called: the item's title, or the file. */
  name: string;
}

/** Where names are said, and how they are found there. */
export interface Naming {
  what: string;
  folders: string[];
  mayName: (path: string) => boolean;
  namedIn: (path: string, text: string) => string[];
}

interface KnownItem {
  item: string;
  title: string;
  workflow: string | undefined;
}

/** Who uses what, each item once, whether its form or its script does. */
export function usesOf(what: string, named: Map<string, string[]>, items: KnownItem[]): Use[] {
  const paths = [...named].filter(([, names]) => names.includes(what)).map(([path]) => path);
  const uses = paths.flatMap((path) => usesIn(path, items));
  const once = new Map(uses.map((use) => [use.to ?? use.name, use]));
  return [...once.values()].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

function usesIn(path: string, items: KnownItem[]): Use[] {
  const form = /^schemas\/([^/]+)\.json$/.exec(path)?.[1];
  const ofSteps = /^schemas\/forms\/([^/]+)\.json$/.exec(path)?.[1];
  const workflow = /^workflows\/([^/]+)\.rhai$/.exec(path)?.[1];
  const own = items.filter(({ item, workflow: carrier }) => item === form || (workflow !== undefined && carrier === workflow));
  if (own.length > 0) return own.map(({ item, title }) => ({ to: `/author/${item}`, name: title }));
  if (form !== undefined) return [{ to: `/author/${form}`, name: form }];
  return [{ to: ofSteps && `/forms/${ofSteps}`, name: path }];
}

/** Items first, then other pages, then files that have none. */
const rank = ({ to }: Use) => (to === undefined ? 2 : to.startsWith("/author/") ? 0 : 1);

/** Which files name what: all that may be read, each text once. */
export const useNamed = ({ what, folders, mayName, namedIn }: Naming) =>
  useQuery({
    queryKey: ["content", what, "named"],
    queryFn: async () => {
      const files = (await Promise.all(folders.map(filesIn))).flat().filter(({ path }) => mayName(path));
      const named = files.map(async (file) => [file.path, await queries.fetchQuery(ofText(`naming ${what}`, file, (text) => namedIn(file.path, text)))] as const);
      return new Map(await Promise.all(named));
    },
  });

/** Who uses what goes by a name; nothing while that is being found out. */
export function useUses(naming: Naming): ((name: string) => Use[]) | undefined {
  const { data } = useNamed(naming);
  const items = useItems();
  return data && items.data ? (name) => usesOf(name, data, items.data) : undefined;
}
