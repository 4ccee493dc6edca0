import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(min-width: 1001px)");

/** Whether the texts and what the desk says of them have room beside each other; as `author.css` has it. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      wide.addEventListener("change", tell);
      return () => wide.removeEventListener("change", tell);
    },
    () => wide.matches,
  );
}
