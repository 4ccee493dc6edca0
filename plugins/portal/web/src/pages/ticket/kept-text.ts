import { useEffect, useState } from "react";

/** A text that somebody types, kept in this tab until it is sent: going away and coming back loses nothing. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const place = `maitred.typed.${key}`;
  const [kept, setKept] = useState({ place, text: sessionStorage.getItem(place) ?? "" });
  if (kept.place !== place) setKept({ place, text: sessionStorage.getItem(place) ?? "" });
  useEffect(() => {
    try {
      if (kept.text === "") sessionStorage.removeItem(kept.place);
      else sessionStorage.setItem(kept.place, kept.text);
    } catch {
      // A full or forbidden storage: what is typed stays on the page.
    }
  }, [kept]);
  return [kept.text, (text) => setKept({ place, text })];
}
