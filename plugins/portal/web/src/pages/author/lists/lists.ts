import { useQueries, useQuery } from "@tanstack/react-query";
import { api, got } from "../../../api/client";
import { queries } from "../../../api/queries";
import { latestRelease, readFile, useItems, type Files } from "../content";
import { draftedLists } from "../drafts";
import { readCsv } from "./csv";
import { listsNamedIn, mayName, usesOf, type Use } from "./list-uses";
import { columnsOf, rowCount } from "./table";

const folder = "schemas/lists/";

/** Letters, digits, dashes and underscores, as forms and scripts name a list. */
export const listName = /^[a-z][a-z0-9_-]{0,59}$/;

export const listPath = (name: string) => `${folder}${name}.csv`;

export interface ListContent {
  /** What is in force; empty for a list that was never published. */
  files: Files;
  /** The release in force when it was read. */
  release: string | undefined;
  /** Whether the desk would let the viewer publish it; nothing said of one that is not in force. */
  editable: boolean | undefined;
}

export async function readList(name: string): Promise<ListContent> {
  const release = await latestRelease();
  const file = await readFile(listPath(name));
  return { files: file ? { [file.path]: file.text } : {}, release, editable: file?.editable };
}

export const useList = (name: string) => useQuery({ queryKey: ["content", "list", name], queryFn: () => readList(name), refetchOnWindowFocus: false });

interface Entry {
  path: string;
  hash: string;
}

const filesIn = async (prefix: string) => (await got(api.GET("/api/v1/releases/current/files", { params: { query: { prefix } } }))).items;

/** What a text comes to; it is asked for anew only where the text is another. */
const ofText = <T>(what: string, { path, hash }: Entry, come: (text: string) => T) => ({
  queryKey: ["text", what, path, hash],
  staleTime: Infinity,
  queryFn: async () => come((await got(api.GET("/api/v1/releases/current/file", { params: { query: { path } } }))).text),
});

const factsOf = (file: Entry) =>
  ofText("list", file, (text) => {
    const csv = readCsv(text);
    return { columns: columnsOf(csv), rows: rowCount(csv) };
  });

export interface ListEntry {
  name: string;
  editable: boolean;
  isDrafted: boolean;
  /** Nothing while its text is on the way. */
  facts: { columns: string[]; rows: number } | undefined;
}

/** All lists in force. */
export function useLists() {
  const listed = useQuery({ queryKey: ["content", "lists"], queryFn: () => filesIn(folder) });
  const files = (listed.data ?? []).filter(({ path }) => nameIn(path) !== undefined);
  const facts = useQueries({ queries: files.map(factsOf) });
  const drafts = draftedLists();
  const lists = files.map(({ path, editable }, at): ListEntry => {
    const name = nameIn(path) ?? "";
    return { name, editable, isDrafted: drafts.includes(name), facts: facts[at]?.data };
  });
  return { lists: listed.data && lists, problem: listed.error, retry: () => void listed.refetch() };
}

const nameIn = (path: string) => /^schemas\/lists\/([^/]+)\.csv$/.exec(path)?.[1];

/** Which files name which lists: all that may are read, each text once. */
const useNamed = () =>
  useQuery({
    queryKey: ["content", "lists", "named"],
    queryFn: async () => {
      const files = (await Promise.all(["schemas/", "workflows/"].map(filesIn))).flat().filter(({ path }) => mayName(path));
      const named = files.map(async (file) => [file.path, await queries.fetchQuery(ofText("named", file, (text) => listsNamedIn(file.path, text)))] as const);
      return new Map(await Promise.all(named));
    },
  });

/** Who uses a list; nothing while that is being found out. */
export function useUses(): ((list: string) => Use[]) | undefined {
  const named = useNamed();
  const items = useItems();
  const { data } = named;
  return data && items.data ? (list) => usesOf(list, data, items.data) : undefined;
}
