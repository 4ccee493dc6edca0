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

/** How the rules may be said. */
export const readSchema = async () => (await got(api.GET("/api/v1/policy/schema"))) as Node;

/** A text as rules. */
export async function readPolicy(text: string): Promise<Read> {
  const { policy, faults } = await got(api.POST("/api/v1/policy/read", { body: { text } }));
  return { policy: policy ?? undefined, faults };
}

/** The same text with only what differs changed. */
export async function writePolicy(text: string, policy: Json): Promise<string> {
  const written = await got(api.POST("/api/v1/policy/write", { body: { text, policy: policy as never } }));
  return written.text;
}
