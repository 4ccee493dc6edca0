import { useEffect, useRef, useState } from "react";
import { idOf, useBench } from "./bench";
import type { Place } from "./schema";

/**
 * Which cards are open. A finding's way opens those that stand on it, and what was
 * just added is open, too, with the focus on its first control.
 */
export function useOpen(place: Place) {
  const { target } = useBench();
  const [open, setOpen] = useState<ReadonlySet<string | number>>(new Set());
  const fresh = useRef<string | number>(undefined);
  const isOnWay = target !== undefined && place.every((key, at) => target.place[at] === key);
  const key = isOnWay ? target.place[place.length] : undefined;
  useEffect(() => {
    if (key !== undefined) setOpen((now) => new Set([...now, key]));
  }, [key, target?.at]);

  useEffect(() => {
    const added = fresh.current;
    fresh.current = undefined;
    if (added === undefined) return;
    const body = document.getElementById(`${idOf([...place, added])}-body`);
    body?.querySelector<HTMLElement>("input, button, textarea")?.focus();
  });

  return {
    isOpen: (one: string | number) => open.has(one),
    toggle: (one: string | number, isOpen: boolean) => setOpen((now) => new Set(isOpen ? [...now, one] : [...now].filter((other) => other !== one))),
    /** The cards have other places now. */
    follow: (to: (one: string | number) => string | number | undefined) => setOpen((now) => new Set([...now].map(to).filter((one) => one !== undefined))),
    begin: (one: string | number) => {
      fresh.current = one;
      setOpen((now) => new Set([...now, one]));
    },
  };
}
