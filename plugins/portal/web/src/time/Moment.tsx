import { useNow, useTime } from "./time";

/** "2 hours ago", with the full date and zone when pointed at. */
export function Ago({ at }: { at: string }) {
  const time = useTime();
  // The clock goes in steps: what was just now is not yet to come.
  const now = Math.max(useNow(), Date.parse(at));
  return (
    <time dateTime={at} title={time.full(at)}>
      {time.relative(at, now)}
    </time>
  );
}

/** "Tue 14 Jul, 14:05". */
export function Moment({ at }: { at: string }) {
  const time = useTime();
  return (
    <time dateTime={at} title={time.full(at)}>
      {time.moment(at)}
    </time>
  );
}
