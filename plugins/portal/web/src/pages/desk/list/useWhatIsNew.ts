import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useHappened } from "../../../live/useLive";
import type { Filters } from "./address";
import { sortsBefore } from "./order";
import { listQuery, type Ticket } from "./useTicketList";

interface List {
  rows: Ticket[];
  renew: (newer: Ticket[]) => void;
  readAt: string | undefined;
  isWhole: boolean;
}

/** What is asked for at once; with more changes than that the number is "200+". */
const most = 200;
const digits = (number: string) => Number(number.replace(/\D/g, ""));

/**
 * After something has happened the server is asked which tickets of this list
 * have changed since it was read: those that stand in it are renewed in their
 * places, those that do not are counted, and those that are not in the answer
 * have left the list.
 */
export function useWhatIsNew(filters: Filters, sort: string, { rows, renew, readAt, isWhole }: List) {
  const [fresh, setFresh] = useState<{ count: number; more: boolean }>({ count: 0, more: false });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const touched = useRef(new Set<number>());
  const timer = useRef<number | undefined>(undefined);
  const now = useRef({ rows, renew, readAt, isWhole });
  now.current = { rows, renew, readAt, isWhole };

  // Another list, or the same one read anew, begins without news.
  useEffect(() => {
    setFresh({ count: 0, more: false });
    setLeft(new Set());
    touched.current.clear();
  }, [filters, sort, readAt]);

  const ask = useCallback(async () => {
    const since = now.current.readAt;
    if (since === undefined) return;
    const asked = new Set(touched.current);
    // Clocks differ a little; a minute too many does no harm.
    const after = new Date(Date.parse(since) - 60_000).toISOString();
    // A failure is told by the sign of the lost connection; the next event asks again.
    const page = await listQuery(filters, { sort, updated_after: after, limit: most }).catch(() => undefined);
    if (!page || now.current.readAt !== since) return;
    const changed = page.items as Ticket[];
    const shown = new Map(now.current.rows.map((ticket) => [digits(ticket.number), ticket]));
    const last = now.current.rows.at(-1);
    const isNew = (ticket: Ticket) =>
      !shown.has(digits(ticket.number)) && (now.current.isWhole || last === undefined || sortsBefore(ticket, last, sort));
    now.current.renew(changed.filter((ticket) => (shown.get(digits(ticket.number))?.version ?? ticket.version) < ticket.version));
    setFresh({ count: changed.filter(isNew).length, more: page.next_cursor != null });
    if (page.next_cursor != null) return;
    const still = new Set(changed.map((ticket) => digits(ticket.number)));
    const gone = [...asked].filter((number) => shown.has(number) && !still.has(number));
    setLeft(new Set(gone.map((number) => shown.get(number)?.number ?? "")));
  }, [filters, sort]);

  const hear = useCallback(
    ({ number }: { number: string }) => {
      touched.current.add(digits(number));
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => void ask(), 700);
    },
    [ask],
  );
  useHappened(hear);
  useEffect(() => () => window.clearTimeout(timer.current), []);

  return useMemo(() => ({ fresh, left }), [fresh, left]);
}
