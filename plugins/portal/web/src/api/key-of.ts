import { useRef } from "react";
import { newKey } from "./client";

/** One key for one body: sending it again after a lost connection does nothing twice. */
export function useKeyOf(): (body: unknown) => string {
  const last = useRef<{ body: string; key: string }>(undefined);
  return (body) => {
    const text = JSON.stringify(body);
    if (last.current?.body !== text) last.current = { body: text, key: newKey() };
    return last.current.key;
  };
}
