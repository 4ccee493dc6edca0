import { useTranslation } from "react-i18next";
import { nextDay, startOfDay } from "../absences/absences";

interface Props {
  first: string;
  last: string;
  onChange: (name: "first" | "last", day: string) => void;
}

/** From one day to another, both included, as the viewer counts days. */
export function Span({ first, last, onChange }: Props) {
  const { t } = useTranslation("admin");
  return (
    <>
      <label className="admin-day">
        <span>{t("filter.first")}</span>
        <input type="date" className="day" value={first} max={last || undefined} onChange={({ target }) => onChange("first", target.value)} />
      </label>
      <label className="admin-day">
        <span>{t("filter.last")}</span>
        <input type="date" className="day" value={last} min={first || undefined} onChange={({ target }) => onChange("last", target.value)} />
      </label>
    </>
  );
}

/** The times that the API asks by; a day that is none, mistyped in the address, narrows nothing. */
export function between(first: string, last: string, zone: string | undefined): { from?: string; to?: string } {
  const isDay = (day: string) => /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day));
  return {
    ...(isDay(first) ? { from: startOfDay(first, zone).toISOString() } : {}),
    ...(isDay(last) ? { to: startOfDay(nextDay(last), zone).toISOString() } : {}),
  };
}
