import { useEffect, useState } from "react";

/** What is typed, once the fingers rest for so many milliseconds: one call a word instead of one a key. */
export function useSettled<T>(value: T, pause = 150): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
