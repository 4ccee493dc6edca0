import dayjs from "dayjs";
import { firstDayOfWeek } from "./region";

/** Calendars of English begin with the viewer's own first day; those of the other languages begin on Monday everywhere they are read. */
export function beginWeeks(): void {
  const { Ls } = dayjs as unknown as { Ls: Record<string, { weekStart?: number }> };
  if (Ls["en"]) Ls["en"].weekStart = firstDayOfWeek("en");
}
