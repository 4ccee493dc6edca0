import { routeAt } from "./route-at";
import type { Address } from "./Steady";

/** What one page is drawn in, in sight or out of it. */
export interface StagedPage {
  id: number;
  address: Address;
  /** In the document while the page is shown; outside of it nothing is found, read out or laid out. */
  element: HTMLElement;
  /** When it was first drawn, in milliseconds of the browser's clock. */
  since: number;
  /** What the browser kept for the viewer then. */
  kept: string | undefined;
  /** Drawn before it was asked for. */
  isAhead: boolean;
  /** How often it was drawn as a whole. */
  draws: number;
}

/** The moment at which something is drawn or asked for. */
export interface Now {
  /** Milliseconds of the browser's clock. */
  time: number;
  /** What the browser keeps for the viewer; nothing where that is too much to be compared. */
  kept: string | undefined;
}

/** The page that is shown, and those that are drawn in advance, the newest first. */
export interface Stages {
  shown: StagedPage;
  ready: StagedPage[];
}

/** So many pages are kept ready. */
const most = 8;

/**
 * What was drawn longer ago is drawn anew, in milliseconds. What the desk says is
 * freshened when a page is shown; a page may hold more that was so when it was drawn.
 */
const fresh = 5 * 60_000;

/** A page may begin with what was typed and kept: where that is another by now, here or in another tab, it is drawn anew. */
const isFresh = (stage: StagedPage, now: Now) => now.time - stage.since < fresh && stage.kept !== undefined && stage.kept === now.kept;

/** Of the pages whose address is unknown, all are one. */
const patternOf = (path: string) => routeAt(path)?.route.path;

const isSame = (one: Address, other: Address) => one.path === other.path && one.search === other.search;

let stages = 0;

export function stageAt(address: Address, { time, kept }: Now, isAhead = false): StagedPage {
  const element = document.createElement("div");
  element.className = "stage";
  return { id: ++stages, address, element, since: time, kept, isAhead, draws: 1 };
}

/**
 * What is shown at an address: the page that stands there already, one that was
 * made ready, or a new one. A page whose address only says something else of the
 * same kind, another ticket or other words after `?`, stays the one that it is.
 */
export function arrived(stages: Stages, address: Address, moment: () => Now): Stages {
  const { shown, ready } = stages;
  if (isSame(shown.address, address)) return stages;
  if (patternOf(shown.address.path) === patternOf(address.path)) return { ...stages, shown: { ...shown, address } };
  const now = moment();
  const found = ready.find((stage) => isSame(stage.address, address) && isFresh(stage, now));
  const rest = ready.filter((stage) => patternOf(stage.address.path) !== patternOf(address.path));
  return { shown: found ?? stageAt(address, now), ready: rest };
}

/** With one more page ready, in place of another of its kind; none of the kind that is shown by now. */
export function withReady(stages: Stages, stage: StagedPage): Stages {
  if (patternOf(stage.address.path) === patternOf(stages.shown.address.path)) return stages;
  const others = stages.ready.filter(({ address }) => patternOf(address.path) !== patternOf(stage.address.path));
  return { ...stages, ready: [stage, ...others].slice(0, most) };
}

/** With a page that is ready drawn once more: it has its data now, and hears of nothing while it is out of sight. */
export function redrawn(stages: Stages, id: number): Stages {
  const ready = stages.ready.map((stage) => (stage.id === id ? { ...stage, address: { ...stage.address }, draws: stage.draws + 1 } : stage));
  return { ...stages, ready };
}

/** Without a page that could not be drawn: it fails again where that can be told. */
export function withoutReady(stages: Stages, path: string): Stages {
  const ready = stages.ready.filter(({ address }) => address.path !== path);
  return ready.length === stages.ready.length ? stages : { ...stages, ready };
}

/** Whether a page of this pattern need not be drawn ahead: it would be there at once, it is there, or too much is kept to be compared. */
export function isReady({ shown, ready }: Stages, pattern: string, now: Now): boolean {
  return now.kept === undefined || patternOf(shown.address.path) === pattern || ready.some((stage) => patternOf(stage.address.path) === pattern && isFresh(stage, now));
}

/** The same for this very page. */
export function isReadyAt({ shown, ready }: Stages, address: Address, now: Now): boolean {
  return now.kept === undefined || patternOf(shown.address.path) === patternOf(address.path) || ready.some((stage) => isSame(stage.address, address) && isFresh(stage, now));
}
