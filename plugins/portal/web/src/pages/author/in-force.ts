import { api, got } from "../../api/client";
import { latestRelease, readFile, type Files } from "./content";

// Files of the content folder as they are in force: those of a folder, what
// their texts come to, and one that is opened to be changed.

export interface Entry {
  path: string;
  hash: string;
  editable: boolean;
}

export const filesIn = async (prefix: string): Promise<Entry[]> => (await got(api.GET("/api/v1/releases/current/files", { params: { query: { prefix } } }))).items;

/** What a text comes to; it is asked for anew only where the text is another. */
export const ofText = <T>(what: string, { path, hash }: Entry, come: (text: string) => T) => ({
  queryKey: ["text", what, path, hash],
  staleTime: Infinity,
  queryFn: async () => come((await got(api.GET("/api/v1/releases/current/file", { params: { query: { path } } }))).text),
});

export interface FileContent {
  /** What is in force; empty for a file that was never published. */
  files: Files;
  /** The release in force when it was read. */
  release: string | undefined;
  /** Whether the desk would let the viewer publish it; nothing said of one that is not in force. */
  editable: boolean | undefined;
}

/** One file, and others that are changed with it. */
export async function readContent(path: string, others: string[] = []): Promise<FileContent> {
  const release = await latestRelease();
  const read = (await Promise.all([path, ...others].map(readFile))).flatMap((file) => file ?? []);
  const files = Object.fromEntries(read.map((file) => [file.path, file.text]));
  return { files, release, editable: read.find((file) => file.path === path)?.editable };
}
