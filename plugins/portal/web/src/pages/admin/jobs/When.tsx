import { useTranslation } from "react-i18next";
import { momentFormat } from "../../../time/formats";
import { scheduleOf, type Schedule } from "./schedule";

/** When a job runs: in words where there are some, and as it was written. */
export function When({ cron, zone }: { cron: string; zone?: string | null | undefined }) {
  const words = useWords();
  const schedule = scheduleOf(cron);
  const place = zone ? ` (${zone})` : "";
  const written = <code>{schedule ? cron : `${cron}${place}`}</code>;
  if (!schedule) return written;
  return (
    <>
      {words(schedule)}
      {place} <small className="quiet">{written}</small>
    </>
  );
}

function useWords(): (schedule: Schedule) => string {
  const { t, i18n } = useTranslation("admin");
  const listed = (items: string[]) => new Intl.ListFormat(i18n.language, { type: "conjunction" }).format(items);
  // Clock times and weekdays of no day in particular: any in UTC will do. The fourth of January 1970 was a Sunday.
  const time = ({ hour, minute }: { hour: number; minute: number }) =>
    momentFormat(i18n.language, { hour: "2-digit", minute: "2-digit", timeZone: "UTC" }).format(Date.UTC(1970, 0, 1, hour, minute));
  const weekday = (at: number) => momentFormat(i18n.language, { weekday: "long", timeZone: "UTC" }).format(Date.UTC(1970, 0, 4 + at));
  return (schedule) => {
    switch (schedule.every) {
      case "minutes":
        return schedule.count === 1 ? t("jobs.when.minute") : t("jobs.when.minutes", { count: schedule.count });
      case "hours":
        return t("jobs.when.hours", { count: schedule.count });
      case "hour":
        return schedule.minute === 0 ? t("jobs.when.hour") : t("jobs.when.hourAt", { minute: schedule.minute });
      case "day":
        return t("jobs.when.day", { times: listed(schedule.times.map(time)) });
      case "workday":
        return t("jobs.when.workday", { times: listed(schedule.times.map(time)) });
      case "week":
        return t("jobs.when.week", { days: listed(schedule.days.map(weekday)), times: listed(schedule.times.map(time)) });
      case "month":
        return t("jobs.when.month", { day: schedule.day, times: listed(schedule.times.map(time)) });
    }
  };
}
