import { useCallback, useState } from "react";
import type { Ticket } from "./useTicketList";

const none: ReadonlySet<string> = new Set();

/** Which tickets are selected, by number; a press with shift takes all since the last one. */
export function useSelection(rows: Ticket[]) {
  const [selected, setSelected] = useState(none);
  const [last, setLast] = useState(-1);

  const select = useCallback(
    (index: number, range: boolean) => {
      setSelected((before) => {
        const next = new Set(before);
        const number = rows[index]?.number ?? "";
        const on = !before.has(number);
        const [from, to] = range && last >= 0 ? [Math.min(last, index), Math.max(last, index)] : [index, index];
        for (const ticket of rows.slice(from, to + 1)) on ? next.add(ticket.number) : next.delete(ticket.number);
        return next;
      });
      setLast(index);
    },
    [rows, last],
  );
  const all = useCallback((on: boolean) => setSelected(on ? new Set(rows.map(({ number }) => number)) : none), [rows]);
  const clear = useCallback(() => setSelected(none), []);
  return { selected, select, all, clear };
}
