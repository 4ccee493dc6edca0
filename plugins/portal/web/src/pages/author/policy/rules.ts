// The policy's own schema, as the desk publishes it, for the tests beside.
import { readFileSync } from "node:fs";
import type { Node } from "./schema";

const root = new URL("../../../../../../../", import.meta.url);

export const schema = JSON.parse(readFileSync(new URL("docs/policy.schema.json", root), "utf8")) as Node;

/** The rules of the demo desk as text. */
export const shipped = readFileSync(new URL("workflows/policy.toml", root), "utf8");
