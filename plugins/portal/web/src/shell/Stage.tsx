import { Activity, useCallback, useEffect, useInsertionEffect, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { holdReads } from "../api/held";
import type { Me } from "../session/session";
import { useAhead } from "./ahead";
import { keptHere } from "./kept-here";
import { Pages } from "./Pages";
import { arrived, isReady, isReadyAt, redrawn, stageAt, withoutReady, withReady, type Stages } from "./stages";
import type { Address } from "./Steady";

/** Where pages can be made ready; where too much is kept to be compared, none has to be. */
export interface Rehearsals {
  isReady: (pattern: string) => boolean;
  isReadyAt: (address: Address) => boolean;
  /** Draws a page out of sight, and as a whole once more; each is over when it is drawn. */
  rehearse: (address: Address) => Promise<{ again: () => Promise<void> }>;
}

const now = () => ({ time: performance.now(), kept: keptHere() });

/**
 * The page of an address, and out of sight those that the viewer may open next,
 * which are then there at once: to draw a page takes most of the time of opening
 * it, and the first time twice as much. None of the effects of a page run before it
 * is shown: until then nothing is told, kept or focused.
 */
export function Stage({ me, address }: { me: Me; address: Address }) {
  const [stages, change] = useState<Stages>(() => ({ shown: stageAt(address, now()), ready: [] }));
  const next = arrived(stages, address, now);
  if (next !== stages) change(next);
  const { shown, ready } = next;

  const latest = useRef(next);
  useEffect(() => {
    latest.current = next;
  }, [next]);
  const drawn = useRef(new Map<number, () => void>());
  const tellDrawn = useCallback((id: number) => {
    drawn.current.get(id)?.();
    drawn.current.delete(id);
  }, []);
  const drop = useCallback((path: string) => change((stages) => withoutReady(stages, path)), []);
  const [rehearsals] = useState<Rehearsals>(() => ({
    isReady: (pattern) => isReady(latest.current, pattern, now()),
    isReadyAt: (address) => isReadyAt(latest.current, address, now()),
    rehearse: async (address) => {
      const stage = stageAt(address, now(), true);
      const isDrawn = () => new Promise<void>((done) => drawn.current.set(stage.id, done));
      const first = isDrawn();
      change((stages) => withReady(stages, stage));
      await first;
      return {
        again: () => {
          if (!latest.current.ready.some(({ id }) => id === stage.id)) return Promise.resolve();
          const next = isDrawn();
          change((stages) => redrawn(stages, stage.id));
          return next;
        },
      };
    },
  }));
  useAhead(me, address.path, rehearsals);

  return (
    <>
      <Place element={shown.element} isAhead={shown.isAhead} />
      {[shown, ...ready].map((stage) => (
        <Activity key={stage.id} mode={stage === shown ? "visible" : "hidden"}>
          {createPortal(
            <>
              <Pages address={stage.address} onBroken={drop} />
              <Drawn id={stage.id} draws={stage.draws} tell={tellDrawn} />
            </>,
            stage.element,
          )}
        </Activity>
      ))}
    </>
  );
}

/**
 * Puts what is shown into the document, before anything in it measures itself or
 * takes the focus: insertion effects are the earliest, and when the portal is first
 * drawn, before there is a place, this is the first of the layout effects.
 */
function Place({ element, isAhead }: { element: HTMLElement; isAhead: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useInsertionEffect(() => {
    place.current?.replaceChildren(element);
    if (isAhead) holdReads();
  }, [element, isAhead]);
  useLayoutEffect(() => {
    if (element.parentNode !== place.current) place.current?.replaceChildren(element);
  }, [element]);
  return <div className="stage" ref={place} />;
}

/** The one effect that runs out of sight, too. */
function Drawn({ id, draws, tell }: { id: number; draws: number; tell: (id: number) => void }) {
  useInsertionEffect(() => tell(id), [id, draws, tell]);
  return null;
}
