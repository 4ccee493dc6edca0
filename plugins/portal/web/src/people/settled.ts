import { useEffect, useState } from "react";

/** What was typed, once the fingers rest: one call a word instead of one a key. */
export function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), 150);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
