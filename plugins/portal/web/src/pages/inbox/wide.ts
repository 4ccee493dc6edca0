import { useSyncExternalStore } from "react";

const wide = window.matchMedia("(min-width: 961px)");

/** Whether list and card have room beside each other. */
export function useIsWide(): boolean {
  return useSyncExternalStore(
    (tell) => {
      wide.addEventListener("change", tell);
      return () => wide.removeEventListener("change", tell);
    },
    () => wide.matches,
  );
}
