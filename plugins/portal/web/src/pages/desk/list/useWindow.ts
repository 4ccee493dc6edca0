import { useCallback, useDeferredValue, useEffect, useState } from "react";

/** Rows drawn beyond each edge, so that a quick wheel finds them there. */
const beyond = 10;
/** By so many rows the list moves before others are drawn; well within what is drawn beyond. */
const slack = 4;

/** Which rows of a long list are in view; all are of one height, so this is arithmetic. */
export function useWindow(box: HTMLElement | null, count: number, rowHeight: number, headHeight: number) {
  const [seen, setSeen] = useState({ top: 0, height: 600 });
  // What is in view comes first, then what lies beyond it.
  const margin = useDeferredValue(beyond, 0);

  useEffect(() => {
    if (!box) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const { scrollTop: top, clientHeight: height } = box;
      setSeen((before) => (before.height === height && Math.abs(before.top - top) < slack * rowHeight ? before : { top, height }));
    };
    const soon = () => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    box.addEventListener("scroll", soon, { passive: true });
    const observer = new ResizeObserver(soon);
    observer.observe(box);
    return () => {
      cancelAnimationFrame(frame);
      box.removeEventListener("scroll", soon);
      observer.disconnect();
    };
  }, [box, rowHeight]);

  // One at each edge is in view in part.
  const places = Math.ceil(seen.height / rowHeight) + 2 * (beyond + 1);
  const first = Math.max(0, Math.floor(seen.top / rowHeight) - margin);
  const end = Math.min(count, Math.ceil((seen.top + seen.height) / rowHeight) + margin);

  const show = useCallback(
    (index: number) => {
      if (!box) return;
      const top = index * rowHeight;
      const room = box.clientHeight - headHeight;
      if (top < box.scrollTop) box.scrollTop = top;
      else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room;
    },
    [box, rowHeight, headHeight],
  );
  return { first: Math.min(first, end), end, places, show };
}
