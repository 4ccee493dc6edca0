import { useEffect, useRef, useState } from "react";

/** Whether somebody has changed a filter since the page came, in whatever words it is said. */
export function useHasChanged(filter: string): boolean {
  const first = useRef(filter);
  const [hasChanged, setHasChanged] = useState(false);
  useEffect(() => {
    if (filter !== first.current) setHasChanged(true);
  }, [filter]);
  return hasChanged;
}

interface Props {
  /** Not for what the page came with: that is read with the page. */
  isDue: boolean;
  /** What there is to tell; nothing while it is not known. */
  text: string | undefined;
}

/** What a list has come to, told to who hears the page. */
export function Told({ isDue, text }: Props) {
  // Written after the place for it is there: what comes along with its place is not read.
  const [told, setTold] = useState<string>();
  useEffect(() => setTold(isDue ? text : undefined), [isDue, text]);
  return (
    <p role="status" className="unseen">
      {told}
    </p>
  );
}
