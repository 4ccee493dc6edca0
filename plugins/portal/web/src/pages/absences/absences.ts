import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../../api/client";

export type Absence = Schemas["AbsenceView"];

/** One's own absences and those in which one stands in. */
export function useAbsences() {
  return useQuery({
    queryKey: ["absences"],
    queryFn: () => got(api.GET("/api/v1/absences", { params: { query: { limit: 200 } } })),
    staleTime: 60_000,
  });
}

/** Those in whose place the viewer is asked now. */
export function standingInFor(absences: Absence[], username: string): Absence[] {
  return absences.filter((one) => one.state === "current" && one.substitute.username === username);
}

/** The day of a moment in a zone, as `2026-07-06`. */
export function dayIn(zone: string | undefined, at: Date): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" }).format(at);
}

/** How far a zone's clock is ahead of UTC at a moment. */
function offset(at: number, zone: string | undefined): number {
  const shown = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(at));
  const part = (type: string) => Number(shown.find((one) => one.type === type)?.value);
  return Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second")) - at;
}

/** Midnight at the beginning of a day in a zone; a second look lands right of a clock change. */
export function startOfDay(day: string, zone: string | undefined): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return new Date(utc - offset(utc - offset(utc, zone), zone));
}

export function nextDay(day: string, days = 1): string {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The last whole day of what ends at a moment; nothing where it ends amid a day. */
export function lastDay(to: string, zone: string | undefined): string | undefined {
  return isStartOfDay(to, zone) ? nextDay(dayIn(zone, new Date(to)), -1) : undefined;
}

export function isStartOfDay(at: string, zone: string | undefined): boolean {
  return startOfDay(dayIn(zone, new Date(at)), zone).getTime() === Date.parse(at);
}
