import { useEffect, useRef, useState } from "react";
import { isCovered } from "./covered";

const kept = "maitred.desk.shortcuts";

/**
 * Single keys work only while nobody types, and can be turned off: speech input
 * and stray touches would set them off otherwise (WCAG 2.1.4).
 */
export function useShortcuts(does: Record<string, () => void>) {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== "off");
  const now = useRef(does);
  now.current = does;

  useEffect(() => {
    if (!on) return;
    // Looked up before anybody hears of the key: what it closes is gone when it comes here.
    let wasCovered = false;
    const foresee = (event: KeyboardEvent) => {
      wasCovered = event.key === "Escape" && isCovered();
    };
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || wasCovered) return;
      const target = event.target as HTMLElement;
      if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]")) return;
      // Enter belongs to what has the focus.
      if (event.key === "Enter" && target.closest("a, button, [role=grid], input")) return;
      const act = now.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", foresee, { capture: true });
    document.addEventListener("keydown", hear);
    return () => {
      window.removeEventListener("keydown", foresee, { capture: true });
      document.removeEventListener("keydown", hear);
    };
  }, [on]);

  const turn = (next: boolean) => {
    localStorage.setItem(kept, next ? "on" : "off");
    setOn(next);
  };
  return { on, turn };
}
