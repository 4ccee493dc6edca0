import { useQueries, useQuery } from "@tanstack/react-query";
import { draftedLists } from "../drafts";
import { filesIn, ofText, readContent, type Entry, type FileContent } from "../in-force";
import { readCsv } from "./csv";
import { columnsOf, rowCount } from "./table";

const folder = "schemas/lists/";

/** Letters, digits, dashes and underscores, as forms and scripts name a list. */
export const listName = /^[a-z][a-z0-9_-]{0,59}$/;

export const listPath = (name: string) => `${folder}${name}.csv`;

export const readList = (name: string): Promise<FileContent> => readContent(listPath(name));

export const useList = (name: string) => useQuery({ queryKey: ["content", "list", name], queryFn: () => readList(name), refetchOnWindowFocus: false });

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
