import { useEffect, useState } from "react";

/** A value as it was in the last pause of typing. */
export function usePaused<T>(value: T, pause = 300): T {
  const said = JSON.stringify(value);
  const [paused, setPaused] = useState({ said, value });
  useEffect(() => {
    const timer = setTimeout(() => setPaused({ said, value: JSON.parse(said) as T }), pause);
    return () => clearTimeout(timer);
  }, [said, pause]);
  return paused.value;
}
