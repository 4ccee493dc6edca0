import { useEffect, useRef, useState } from "react";

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
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      if (target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]")) return;
      // Enter belongs to what has the focus.
      if (event.key === "Enter" && target.closest("a, button, [role=grid], input")) return;
      const act = now.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [on]);

  const turn = (next: boolean) => {
    localStorage.setItem(kept, next ? "on" : "off");
    setOn(next);
  };
  return { on, turn };
}
