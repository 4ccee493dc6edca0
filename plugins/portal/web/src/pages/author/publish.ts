import { api, type Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import type { Files } from "./content";
import { changed } from "./drafts";
import { isShared, mergedShared } from "./translations";

/** What is in force, and the release in force when it was read. */
export interface InForce {
  files: Files;
  release: string | undefined;
}

export interface Wish {
  /** Reads anew what the draft was made from, and files of many items that it changes. */
  read: (shared: string[]) => Promise<InForce>;
  files: Files;
  base: Files;
  note: string;
  migrate: "none" | "matching";
}

/** Somebody else has published the same files since they were read. */
export class Overtaken extends Error {
  constructor(readonly files: Files) {
    super("overtaken");
  }
}

/**
 * Publishes what differs, all of it at once. That another item was published
 * meanwhile is no hindrance; that this one was is told, and nothing is overwritten.
 * What others have written into files of many items stays.
 */
export async function publish({ read, files, base, note, migrate }: Wish): Promise<Schemas["Publication"]> {
  const paths = changed(files, base);
  for (let tries = 0; ; tries++) {
    const now = await read(Object.keys(base).filter(isShared));
    if (changed(now.files, base).some((path) => !isShared(path))) throw new Overtaken(now.files);
    try {
      const whole = mergedShared(files, base, now.files);
      const texts = Object.fromEntries(paths.map((path) => [path, whole[path] ?? null]));
      const { data } = await api.PUT("/api/v1/releases", {
        body: { files: texts as never, note: note.trim() || null, parent: now.release ?? null, migrate: migrate as never },
      });
      return data as Schemas["Publication"];
    } catch (problem) {
      // Between the two calls somebody published: look again whether it was this item.
      if (!(problem instanceof Problem && problem.status === 412) || tries > 2) throw problem;
    }
  }
}
