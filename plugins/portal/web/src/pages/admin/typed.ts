import { useState } from "react";

const prefix = "maitred.admin.typed.";

function read<T extends object>(place: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(prefix + place) ?? "{}") as Partial<T>;
  } catch {
    return {};
  }
}

/**
 * What was typed over a record, field by field, kept in this tab until it is
 * saved or thrown away. What nobody has touched follows the server.
 */
export function useTyped<T extends object>(place: string): [Partial<T>, (change: Partial<T>) => void, () => void] {
  const [typed, setTyped] = useState(() => read<T>(place));
  const set = (change: Partial<T>) =>
    setTyped((before) => {
      const next = { ...before, ...change };
      try {
        sessionStorage.setItem(prefix + place, JSON.stringify(next));
      } catch {
        // Full or forbidden: the page still has it.
      }
      return next;
    });
  const clear = () => {
    sessionStorage.removeItem(prefix + place);
    setTyped({});
  };
  return [typed, set, clear];
}
