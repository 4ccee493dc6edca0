import { useEffect, useState } from "react";
import { idOf } from "./bench";
import type { Place } from "./schema";

/** Leads to a place of the forms: its cards open, and its control takes the focus. */
export function useLeading() {
  const [target, setTarget] = useState<{ place: Place; at: number }>();
  useEffect(() => {
    if (!target) return;
    // The part and its cards have to be there first.
    const timer = setTimeout(() => focusAt(target.place), 150);
    return () => clearTimeout(timer);
  }, [target]);
  return { target, lead: (place: Place) => setTarget({ place, at: Date.now() }) };
}

/** The control of a place, or what it stands in. */
function focusAt(place: Place): void {
  for (let length = place.length; length > 0; length--) {
    const id = idOf(place.slice(0, length));
    const found = document.getElementById(id) ?? document.getElementById(`${id}-all`);
    if (!found) continue;
    found.scrollIntoView({ block: "center" });
    found.focus({ preventScroll: true });
    return;
  }
}
