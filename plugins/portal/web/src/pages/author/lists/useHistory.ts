import { useState } from "react";

/** Steps that can be taken back. */
const longest = 50;

/** A text with the way back to what it was, and forth again. */
export function useHistory(text: string, put: (text: string) => void) {
  const [steps, setSteps] = useState<{ past: string[]; future: string[] }>({ past: [], future: [] });
  const { past, future } = steps;
  const [before, after] = [past.at(-1), future[0]];
  return {
    change: (next: string) => {
      if (next === text) return;
      setSteps({ past: [...past.slice(1 - longest), text], future: [] });
      put(next);
    },
    undo:
      before === undefined
        ? undefined
        : () => {
            setSteps({ past: past.slice(0, -1), future: [text, ...future] });
            put(before);
          },
    redo:
      after === undefined
        ? undefined
        : () => {
            setSteps({ past: [...past, text], future: future.slice(1) });
            put(after);
          },
  };
}

export type History = ReturnType<typeof useHistory>;
