import { useMemo, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import { meQuery } from "../session/session";
import { momentFormat, numberFormat, relativeFormat } from "./formats";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** One clock for all times on the page: it ticks each second while somebody looks. */
const clock = (() => {
  const heard = new Set<() => void>();
  let now = Date.now();
  let timer: number | undefined;
  const tick = () => {
    now = Date.now();
    for (const tell of heard) tell();
  };
  return {
    subscribe(tell: () => void) {
      heard.add(tell);
      timer ??= window.setInterval(tick, second);
      return () => {
        heard.delete(tell);
        if (heard.size > 0) return;
        window.clearInterval(timer);
        timer = undefined;
      };
    },
    // Between ticks of an idle clock the value must stay the same, or React draws for ever.
    at: (step: number) => Math.floor((heard.size > 0 ? now : (now = Date.now())) / step) * step,
  };
})();

/** The present, in steps: a component is drawn again only when its step is over. */
export function useNow(step: number = minute): number {
  return useSyncExternalStore(clock.subscribe, () => clock.at(step));
}

/** The size of what is left decides its unit: days, hours, minutes, seconds. */
export function relative(milliseconds: number, language: string): string {
  const format = relativeFormat(language, { numeric: "auto", style: "long" });
  const size = Math.abs(milliseconds);
  if (size >= 2 * day) return format.format(Math.round(milliseconds / day), "day");
  if (size >= 100 * minute) return format.format(Math.round(milliseconds / hour), "hour");
  if (size >= minute) return format.format(Math.round(milliseconds / minute), "minute");
  return format.format(Math.round(milliseconds / second), "second");
}

/** `2 h 05 min`, for a clock that runs down; without a sign. */
export function countdown(milliseconds: number, language: string): string {
  const left = Math.abs(milliseconds);
  const unit = (value: number, name: string) =>
    numberFormat(language, { style: "unit", unit: name, unitDisplay: "short" }).format(value);
  if (left >= day) return `${unit(Math.floor(left / day), "day")} ${unit(Math.floor((left % day) / hour), "hour")}`;
  if (left >= hour) return `${unit(Math.floor(left / hour), "hour")} ${unit(Math.floor((left % hour) / minute), "minute")}`;
  if (left >= minute) return unit(Math.floor(left / minute), "minute");
  return unit(Math.floor(left / second), "second");
}

/** A moment in full: in the viewer's zone, which the account names. */
export function moment(at: string, language: string, zone: string | undefined, style: "short" | "full" = "short"): string {
  const date = new Date(at);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : ("numeric" as const);
  const options: Intl.DateTimeFormatOptions =
    style === "full"
      ? { dateStyle: "full", timeStyle: "long" }
      : { weekday: "short", day: "numeric", month: "short", year, hour: "2-digit", minute: "2-digit" };
  return momentFormat(language, { ...options, timeZone: zone }).format(date);
}

/** Makes the browser's formats of times in a quiet moment: the first of each kind takes longest. */
export function readyTimes(language: string, zone: string | undefined): void {
  const now = new Date().toISOString();
  relative(0, language);
  for (const left of [minute, hour, day]) countdown(left, language);
  moment(now, language, zone);
  moment(now, language, zone, "full");
  // Apart: only pages with a calendar need what draws one.
  void import("./week").then(({ beginWeeks }) => beginWeeks(), () => {});
}

export type Time = ReturnType<typeof timesIn>;

function timesIn(language: string, zone: string | undefined) {
  return {
    zone,
    moment: (at: string) => moment(at, language, zone),
    full: (at: string) => moment(at, language, zone, "full"),
    day: (at: string) => momentFormat(language, { dateStyle: "medium", timeZone: zone }).format(new Date(at)),
    relative: (at: string, now: number) => relative(Date.parse(at) - now, language),
    countdown: (at: string, now: number) => countdown(Date.parse(at) - now, language),
  };
}

/** Times as the viewer reads them: `const time = useTime(); time.moment(at)`. */
export function useTime(): Time {
  const { i18n } = useTranslation();
  const zone = useQuery({ ...meQuery, enabled: false }).data?.zone;
  const { language } = i18n;
  return useMemo(() => timesIn(language, zone), [language, zone]);
}
