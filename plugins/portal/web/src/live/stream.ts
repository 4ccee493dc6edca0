// One event stream for a browser, however many tabs it has: the tab that holds
// the lock reads `/api/v1/stream` and tells the others. When it is closed the
// next one gets the lock and goes on behind the last event that all have heard.

import { signedInAgain } from "../api/signed-out";

export interface Happened {
  number: string;
  version: number;
  type: string;
}

export type Heard = { what: "event"; id: string; event: Happened } | { what: "state"; connected: boolean };

export interface Listener {
  onEvent: (event: Happened) => void;
  onState: (connected: boolean) => void;
  /** The stream began anew and may have missed something: freshen everything. */
  onGap: () => void;
}

const longest = 30_000;

export function listen(username: string, listener: Listener): () => void {
  const end = new AbortController();
  const channel = new BroadcastChannel(`maitred.live.${username}`);
  let lastId: string | undefined;

  const take = (heard: Heard) => {
    if (heard.what === "state") return listener.onState(heard.connected);
    lastId = heard.id;
    listener.onEvent(heard.event);
  };
  channel.onmessage = ({ data }: MessageEvent<Heard>) => take(data);
  const tell = (heard: Heard) => {
    if (end.signal.aborted) return;
    channel.postMessage(heard);
    take(heard);
  };

  const lead = async () => {
    let pause = 1000;
    let before = false;
    while (!end.signal.aborted) {
      try {
        // Without an id to go on behind, what happened in between is unknown.
        if (before && lastId === undefined) listener.onGap();
        await follow(lastId, end.signal, tell, () => {
          pause = 1000;
          tell({ what: "state", connected: true });
        });
      } catch (failure) {
        // A place in the log that this desk does not know: it is another log now.
        if (failure instanceof Refused && failure.status === 400) lastId = undefined;
        if (failure instanceof Refused && failure.status === 401 && !(await signedInAgain())) return;
      }
      before = true;
      if (end.signal.aborted) return;
      tell({ what: "state", connected: false });
      await wait(pause * (0.75 + Math.random() / 2), end.signal);
      pause = Math.min(pause * 2, longest);
    }
  };

  // Browsers have locks on secure origins only; elsewhere each tab has its stream.
  const led = navigator.locks ? navigator.locks.request(`maitred.live.${username}`, { signal: end.signal }, lead) : lead();
  led.catch(() => {});
  return () => {
    end.abort();
    channel.close();
  };
}

class Refused extends Error {
  constructor(readonly status: number) {
    super(`the stream answered ${status}`);
  }
}

async function follow(lastId: string | undefined, signal: AbortSignal, tell: (heard: Heard) => void, onOpen: () => void): Promise<void> {
  const headers: Record<string, string> = { Accept: "text/event-stream" };
  if (lastId !== undefined) headers["Last-Event-ID"] = lastId;
  const response = await fetch("/api/v1/stream", { headers, signal });
  if (!response.ok || !response.body) throw new Refused(response.status);
  onOpen();
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const parse = parser(tell);
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    parse(value);
  }
}

/** Takes the stream's text in pieces and tells of each event that is whole. */
export function parser(tell: (heard: Heard) => void): (piece: string) => void {
  let rest = "";
  return (piece) => {
    rest = (rest + piece).replaceAll("\r\n", "\n");
    const blocks = rest.split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const field = (name: string) =>
        block
          .split("\n")
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
          .join("\n");
      const data = field("data");
      if (data !== "") tell({ what: "event", id: field("id"), event: JSON.parse(data) as Happened });
    }
  };
}

/** Waits, but not longer than until the browser is online again. */
function wait(time: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer);
      window.removeEventListener("online", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, time);
    window.addEventListener("online", go);
    signal.addEventListener("abort", go);
  });
}
