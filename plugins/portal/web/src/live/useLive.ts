import { useEffect, useSyncExternalStore } from "react";
import { queries } from "../api/queries";
import { listen, type Happened } from "./stream";

let connected = true;
const watchers = new Set<() => void>();

function setConnected(next: boolean): void {
  if (next === connected) return;
  connected = next;
  // What could not be freshened meanwhile is asked for again; the rest the stream tells.
  if (next) void queries.invalidateQueries({ predicate: ({ state }) => state.status === "error" });
  for (const tell of watchers) tell();
}

/** Whether the event stream runs; true until the first failure. */
export function useConnected(): boolean {
  return useSyncExternalStore(
    (tell) => {
      watchers.add(tell);
      return () => watchers.delete(tell);
    },
    () => connected,
  );
}

const hearers = new Set<(event: Happened) => void>();

/** For pages that must know each event, such as a list that says "4 new". */
export function useHappened(hear: (event: Happened) => void): void {
  useEffect(() => {
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, [hear]);
}

/** A ticket's prefix shows its present kind; the digits identify it. */
const digits = (number: unknown) => String(number).replace(/\D/g, "").replace(/^0+/, "");

/** What many events touch is freshened once for all of them. */
const lists = ["tickets", "inbox", "queues", "notifications"];
let due: number | undefined;

function freshen(event: Happened): void {
  const number = digits(event.number);
  void queries.invalidateQueries({
    predicate: ({ queryKey }) => queryKey[0] === "ticket" && digits(queryKey[1]) === number,
  });
  due ??= window.setTimeout(() => {
    due = undefined;
    void queries.invalidateQueries({ predicate: ({ queryKey }) => lists.includes(String(queryKey[0])) });
  }, 400);
  for (const hear of hearers) hear(event);
}

export function useLive(username: string): void {
  useEffect(
    () =>
      listen(username, {
        onEvent: freshen,
        onState: setConnected,
        onGap: () => void queries.invalidateQueries(),
      }),
    [username],
  );
}
