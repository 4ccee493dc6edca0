import { useState } from "react";

// What was typed for a step stays while the portal is open: going to another
// card and back, a refusal or a lost connection take nothing away.
const kept = new Map<string, unknown>();

/** State that outlives its component, by name. */
export function useTyped<T>(name: string, first: T): [T, (next: T) => void] {
  const [value, setValue] = useState<T>(() => (kept.has(name) ? (kept.get(name) as T) : first));
  return [
    value,
    (next) => {
      kept.set(name, next);
      setValue(next);
    },
  ];
}

export function forgetTyped(step: string): void {
  for (const name of [...kept.keys()]) if (name.startsWith(`${step}/`)) kept.delete(name);
}
