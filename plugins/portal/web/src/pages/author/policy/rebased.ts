import { asObject } from "../content";
import { readPolicy, writePolicy } from "./api";
import { merged } from "./rows";

/**
 * What was changed here, done to the text that somebody else has published
 * meanwhile. Where one of the texts is no TOML, mine stays as it is.
 */
export async function rebased({ mine, base, theirs }: { mine: string; base: string; theirs: string }): Promise<string> {
  try {
    const [own, before, other] = await Promise.all([mine, base, theirs].map(readPolicy));
    if (!own?.policy || !before?.policy || !other?.policy) return mine;
    return await writePolicy(theirs, asObject(merged(own.policy, before.policy, other.policy)));
  } catch {
    // The desk does not answer: nothing of what was typed is lost.
    return mine;
  }
}
