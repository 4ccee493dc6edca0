import { useCallback, useMemo, useState } from "react";
import type { Ticket } from "./useTicketList";

// Which row was the current one of each list, as long as the tab lives: who comes
// back from a ticket goes on from where they left.
const kept = new Map<string, string>();

/** The current row, by its ticket: it stays with it when others come or go. */
export function useCurrent(list: string, rows: Ticket[]) {
  const [current, setCurrent] = useState({ list, number: kept.get(list) });
  const number = current.list === list ? current.number : kept.get(list);
  const at = useMemo(() => (number === undefined ? -1 : rows.findIndex((ticket) => ticket.number === number)), [rows, number]);
  const setAt = useCallback(
    (index: number) => {
      const next = rows[index]?.number;
      if (next === undefined) kept.delete(list);
      else kept.set(list, next);
      setCurrent({ list, number: next });
    },
    [list, rows],
  );
  return { at, setAt };
}
