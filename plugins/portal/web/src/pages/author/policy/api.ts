import { api, got, type Schemas } from "../../../api/client";
import type { Json } from "../builder/json-place";
import { latestRelease, readFile, type Files } from "../content";
import type { Node } from "./schema";

export const path = "workflows/policy.toml";

export interface PolicyContent {
  /** What is in force. */
  files: Files;
  /** The release in force when it was read. */
  release: string | undefined;
  /** Whether the desk would let the viewer publish it. */
  editable: boolean;
}

export async function readContent(): Promise<PolicyContent> {
  const release = await latestRelease();
  const file = await readFile(path);
  return { files: file ? { [file.path]: file.text } : {}, release, editable: file?.editable ?? false };
}

export interface Read {
  /** Nothing where the text is no TOML. */
  policy: Json | undefined;
  faults: Schemas["Fault"][];
}

// Typed by hand: the client knows the API's own documents, and these answer with the policy's.
const open = api as unknown as Record<"GET" | "POST", (path: string, init?: { body: unknown }) => Promise<{ data?: unknown }>>;

/** How the rules may be said. */
export const readSchema = () => got(open.GET("/api/v1/policy/schema")) as Promise<Node>;

/** A text as rules. */
export const readPolicy = (text: string) => got(open.POST("/api/v1/policy/read", { body: { text } })) as Promise<Read>;

/** The same text with only what differs changed. */
export async function writePolicy(text: string, policy: Json): Promise<string> {
  const written = (await got(open.POST("/api/v1/policy/write", { body: { text, policy } }))) as { text: string };
  return written.text;
}
