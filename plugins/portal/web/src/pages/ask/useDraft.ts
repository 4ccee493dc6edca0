import { useCallback, useEffect, useRef, useState } from "react";
import { emptyDraft, forget, keepHere, keepThere, type Begun, type Draft } from "./drafts";

/** A pause in typing after which the desk is given what there is. */
const pause = 1000;
const again = 10_000;

export type Kept = "nothing" | "keeping" | "kept" | "here";

/** A draft that is kept while it is written: in this tab at once, at the desk in each pause. */
export function useDraft(username: string, item: string, first: Begun | undefined, isKeptThere: boolean) {
  const [draft, setDraft] = useState<Draft>(() => first?.draft ?? emptyDraft());
  const [kept, setKept] = useState<Kept>("nothing");
  const latest = useRef(draft);
  const timer = useRef<number>(undefined);
  const isOver = useRef(false);
  const isThere = useRef(isKeptThere);

  const keep = useCallback(async () => {
    window.clearTimeout(timer.current);
    if (isOver.current) return;
    const sending = latest.current;
    try {
      await keepThere(item, sending);
      isThere.current = true;
      if (sending === latest.current) setKept("kept");
      // It was sent off while the desk was being given it: away with it again.
      if (isOver.current) await forget(username, item, true);
    } catch {
      if (isOver.current) return;
      setKept("here");
      timer.current = window.setTimeout(() => void keep(), again);
    }
  }, [username, item]);

  // Not while nothing waits to be kept: `timer` is set only then.
  useEffect(() => {
    const back = () => timer.current !== undefined && void keep();
    window.addEventListener("online", back);
    return () => {
      window.removeEventListener("online", back);
      window.clearTimeout(timer.current);
    };
  }, [keep]);

  /** What is filled in by itself is nobody's work yet: it is shown, and kept with the first change. */
  const fill = useCallback((more: Partial<Draft>) => {
    latest.current = { ...latest.current, ...more };
    setDraft(latest.current);
  }, []);

  const change = useCallback(
    (more: Partial<Draft>) => {
      const next = { ...latest.current, ...more };
      latest.current = next;
      setDraft(next);
      setKept("keeping");
      keepHere(username, item, { draft: next, at: new Date().toISOString() });
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void keep(), pause);
    },
    [username, item, keep],
  );

  /** It has become a request, or is not wanted. */
  const end = useCallback(async () => {
    isOver.current = true;
    window.clearTimeout(timer.current);
    await forget(username, item, isThere.current).catch(() => {});
  }, [username, item]);

  const startOver = useCallback(async () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = emptyDraft();
    setDraft(latest.current);
    setKept("nothing");
    await forget(username, item, isThere.current).catch(() => {});
    isThere.current = false;
  }, [username, item]);

  return { draft, kept, fill, change, end, startOver };
}
