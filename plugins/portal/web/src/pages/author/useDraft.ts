import { useEffect, useMemo, useRef, useState } from "react";
import type { Files } from "./content";
import { dropDraft, isFromBefore, joinedBy, keepDraft, keptDraft, same, wishOf } from "./drafts";
import { isShared, mergedShared } from "./translations";

const own = (files: Files): Files => Object.fromEntries(Object.entries(files).filter(([path]) => !isShared(path)));

/** The texts of an item as they are being written, and those that they were made from. */
export function useDraft(item: string, inForce: Files) {
  const kept = useMemo(() => keptDraft(item), [item]);
  const [draft, setDraft] = useState(() => (kept ? joinedBy(kept, inForce) : { files: inForce, base: inForce }));
  const { files, base } = draft;
  const isKept = useMemo(() => isFromBefore(item), [item]);

  useEffect(() => keepDraft(item, { files, base }), [item, files, base]);

  // What was published here or by others comes in where nothing was typed.
  const isClean = same(files, base);
  const seen = useRef(inForce);
  useEffect(() => {
    if (seen.current === inForce) return;
    seen.current = inForce;
    if (isClean) setDraft({ files: inForce, base: inForce });
  }, [inForce, isClean]);

  const wish = useMemo(() => wishOf(files, base, inForce), [files, base, inForce]);
  return {
    files,
    base,
    isKept,
    wish,
    put: (path: string, text: string) => setDraft((now) => ({ ...now, files: { ...now.files, [path]: text } })),
    /** The file goes once this is published. */
    remove: (path: string) => setDraft((now) => ({ ...now, files: Object.fromEntries(Object.entries(now.files).filter(([known]) => known !== path)) })),
    /** A file of many items is part of the draft from its first change on. */
    putShared: (path: string, before: string, text: string) =>
      setDraft((now) => ({ files: { ...now.files, [path]: text }, base: { [path]: before, ...now.base } })),
    discard: () => {
      dropDraft(item);
      setDraft({ files: inForce, base: inForce });
    },
    /** All is in force now; files of many items are read anew, since others write them, too. */
    published: () => {
      dropDraft(item);
      setDraft((now) => ({ files: own(now.files), base: own(now.files) }));
    },
    /** Goes on from what somebody else has published, keeping the texts typed here. */
    rebase: (theirs: Files) => setDraft((now) => ({ files: mergedShared(now.files, now.base, theirs), base: theirs })),
  };
}
