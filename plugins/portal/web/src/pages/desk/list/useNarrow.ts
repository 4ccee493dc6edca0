import { useSyncExternalStore } from "react";

const narrow = window.matchMedia("(max-width: 720px)");

/** Whether the window is as narrow as a phone, as the shell's style sheet has it. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow.addEventListener("change", tell);
      return () => narrow.removeEventListener("change", tell);
    },
    () => narrow.matches,
  );
}
