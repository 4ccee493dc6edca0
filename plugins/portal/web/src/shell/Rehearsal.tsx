import { Activity, Component, Suspense, useInsertionEffect, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import type { Me } from "../session/session";
import { useAhead } from "./ahead";
import { Pages } from "./Pages";
import type { Address } from "./Steady";

/** A page to be drawn out of sight, and whom to tell that it was. */
export interface Rehearsed {
  address: Address;
  done: () => void;
}

/** Outside the document: nothing is found in it, read out or laid out. */
const stage = document.createElement("div");

/**
 * Draws what the viewer may open next once out of sight, in quiet moments. The
 * first drawing of a page takes twice as long as any later one, since its code is
 * compiled and its styles are made on the way. None of its effects run: nothing is
 * asked for, told or focused.
 */
export function Rehearsal({ me, at }: { me: Me; at: string }) {
  const [now, rehearse] = useState<Rehearsed>();
  useAhead(me, at, rehearse);
  if (!now) return null;
  return (
    <Activity mode="hidden">
      {createPortal(
        <Quiet key={now.address.path} done={now.done}>
          <Suspense>
            <Pages address={now.address} />
            <Drawn tell={now.done} />
          </Suspense>
        </Quiet>,
        stage,
      )}
    </Activity>
  );
}

/** The one effect that runs out of sight, too. */
function Drawn({ tell }: { tell: () => void }) {
  useInsertionEffect(tell, [tell]);
  return null;
}

/** What goes wrong here goes wrong again where it can be told. */
class Quiet extends Component<{ done: () => void; children: ReactNode }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override componentDidCatch() {
    this.props.done();
  }

  override render() {
    return this.state.isBroken ? null : this.props.children;
  }
}
