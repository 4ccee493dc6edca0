import dayjs from "dayjs";
import timezone from "dayjs/plugin/timezone";
import utc from "dayjs/plugin/utc";
import { useEffect, useState } from "react";
import { useMe } from "../../../session/session";
import { idOf, useBench, type Control } from "./bench";

dayjs.extend(utc);
dayjs.extend(timezone);

interface Props {
  id: string;
  type: "date" | "datetime-local" | "time";
  value: string;
  onChange: (value: string) => void;
  label?: string | undefined;
  describedBy?: string | undefined;
  readOnly: boolean;
}

/** The browser's own field; what is half typed, such as a year of two digits, counts for nothing yet. */
export function ClockInput({ id, type, value, onChange, label, describedBy, readOnly }: Props) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const isWhole = (text: string) => text !== "" && (type === "time" || text >= "1900");
  return (
    <input
      id={id}
      type={type}
      className="policy-clock"
      aria-label={label}
      aria-describedby={describedBy}
      readOnly={readOnly}
      value={typed}
      onChange={({ target }) => {
        setTyped(target.value);
        if (isWhole(target.value)) onChange(target.value);
      }}
      onBlur={() => setTyped(value)}
    />
  );
}

export function DateControl({ place, value, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  return <ClockInput id={idOf(place)} type="date" value={typeof value === "string" ? value.slice(0, 10) : ""} onChange={(day) => set(place, day)} label={label} describedBy={describedBy} readOnly={readOnly} />;
}

/** A moment: typed as the viewer's clock shows it, written in UTC. */
export function MomentControl({ place, value, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  const zone = useMe().zone || Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moment = typeof value === "string" ? dayjs(value) : undefined;
  const wall = moment?.isValid() ? moment.tz(zone).format("YYYY-MM-DDTHH:mm") : "";
  const put = (next: string) => set(place, dayjs.tz(next, zone).utc().format("YYYY-MM-DDTHH:mm:ss[Z]"));
  return <ClockInput id={idOf(place)} type="datetime-local" value={wall} onChange={put} label={label} describedBy={describedBy} readOnly={readOnly} />;
}
