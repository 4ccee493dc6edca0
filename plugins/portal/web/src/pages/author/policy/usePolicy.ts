import { useEffect, useMemo, useRef, useState } from "react";
import type { Schemas } from "../../../api/client";
import type { Json } from "../builder/json-place";
import { readPolicy, writePolicy } from "./api";
import { keepUnwritten, unwrittenOn } from "./unwritten";
import { pause, Writer, type WriterState } from "./writer";

/** The text as forms show it. */
export type Shown =
  | { is: "reading" }
  | { is: "unread"; problem: unknown }
  /** The text is no TOML. */
  | { is: "broken"; fault: Schemas["Fault"] | undefined }
  | { is: "there"; policy: Json };

/**
 * The rules of a text, and the text of the rules: whichever of both is changed, the
 * other follows. What forms say is shown at once; the text comes after it.
 */
export function usePolicy(text: string, put: (text: string) => void) {
  const [shown, setShown] = useState<Shown>({ is: "reading" });
  const [state, setState] = useState<WriterState>({ isBehind: false, problem: undefined });
  const [tries, setTries] = useState(0);
  const latest = useRef<Json>(undefined);
  // The text whose rules are shown: what was written here need not be read again.
  const known = useRef<string>(undefined);
  const tell = useRef(put);
  tell.current = put;

  const writer = useMemo(() => {
    const onText = (next: string) => {
      known.current = next;
      tell.current(next);
      // Said since then, or written all.
      if (latest.current) keepUnwritten({ text: next, policy: latest.current });
    };
    const onState = (next: WriterState) => {
      setState(next);
      if (!next.isBehind && known.current !== undefined) keepUnwritten(undefined);
    };
    return new Writer("", { write: writePolicy, onText, onState });
  }, []);

  useEffect(() => {
    if (text === known.current) return;
    const kept = unwrittenOn(text);
    let isLate = false;
    const isFirst = known.current === undefined;
    known.current = undefined;
    writer.reset(text);
    setShown({ is: "reading" });
    const read = async () => {
      try {
        const { policy, faults } = await readPolicy(text);
        if (isLate) return;
        known.current = text;
        latest.current = kept ?? policy;
        setShown(policy ? { is: "there", policy: kept ?? policy } : { is: "broken", fault: faults[0] });
        if (policy && kept) {
          keepUnwritten({ text, policy: kept });
          writer.change(kept);
        }
      } catch (problem) {
        if (!isLate) setShown({ is: "unread", problem });
      }
    };
    const timer = setTimeout(() => void read(), isFirst ? 0 : pause);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [text, tries, writer]);

  const change = (next: (policy: Json) => Json) => {
    if (!latest.current || known.current === undefined) return;
    const policy = next(latest.current);
    if (policy === latest.current) return;
    latest.current = policy;
    setShown({ is: "there", policy });
    keepUnwritten({ text: known.current, policy });
    writer.change(policy);
  };

  return {
    shown,
    ...state,
    change,
    /** The text with all that forms have said. */
    settle: () => writer.settle(),
    retry: () => void writer.settle().catch(() => {}),
    readAgain: () => setTries((count) => count + 1),
    /** Forgets what forms have said and the text lacks. */
    drop: () => {
      keepUnwritten(undefined);
      known.current = undefined;
      setTries((count) => count + 1);
    },
  };
}

export type Policy = ReturnType<typeof usePolicy>;
