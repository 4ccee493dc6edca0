/** How often a job runs, as far as there are words for it. */
export type Schedule =
  | { every: "minutes" | "hours"; count: number }
  | { every: "hour"; minute: number }
  | { every: "day" | "workday"; times: Time[] }
  | { every: "week"; days: number[]; times: Time[] }
  | { every: "month"; day: number; times: Time[] };

interface Time {
  hour: number;
  minute: number;
}

const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

const number = (text: string) => (/^\d+$/.test(text) ? Number(text) : undefined);

/** All of a list, or nothing when one of it is no number. */
function numbers(text: string, read: (one: string) => number | undefined = number): number[] | undefined {
  const found = text.split(",").map(read);
  return found.every((one) => one !== undefined) ? found : undefined;
}

const weekday = (text: string) => {
  const at = weekdays.indexOf(text.toUpperCase());
  return at >= 0 ? at : undefined;
};

/** Reads the common shapes of a cron line, seconds first; of another one only its text can be shown. */
export function scheduleOf(cron: string): Schedule | undefined {
  const [second, minute = "", hour = "", day = "", month, week = "", ...rest] = cron.trim().split(/\s+/);
  if (second !== "0" || month !== "*" || rest.length > 0) return undefined;
  const isAnyDay = (day === "*" || day === "?") && (week === "*" || week === "?");
  // Other steps begin anew each hour or day, so that the last of them is shorter.
  const step = (field: string, of: number) => {
    const every = field === "*" ? 1 : number(/^\*\/(\d+)$/.exec(field)?.[1] ?? "");
    return every && of % every === 0 && every < of ? every : undefined;
  };

  const minutes = step(minute, 60);
  if (minutes !== undefined) return isAnyDay && hour === "*" ? { every: "minutes", count: minutes } : undefined;
  const past = number(minute);
  if (past === undefined) return undefined;
  const hours = step(hour, 24);
  if (hours !== undefined) {
    if (!isAnyDay) return undefined;
    if (hours === 1) return { every: "hour", minute: past };
    return past === 0 ? { every: "hours", count: hours } : undefined;
  }
  const times = numbers(hour)?.map((one) => ({ hour: one, minute: past }));
  if (!times) return undefined;
  if (isAnyDay) return { every: "day", times };
  if (day === "*" || day === "?") {
    if (week.toUpperCase() === "MON-FRI") return { every: "workday", times };
    const days = numbers(week, weekday);
    return days && { every: "week", days, times };
  }
  const on = number(day);
  return on !== undefined && (week === "*" || week === "?") ? { every: "month", day: on, times } : undefined;
}

/** What a script says of itself, without the marks of a comment: a paragraph each. */
export function paragraphs(doc: string): string[] {
  const lines = doc.split("\n").map((line) => line.replace(/^\s*\/\/[!/]?\s?/, "").trimEnd());
  return lines
    .join("\n")
    .split(/\n\s*\n/)
    .map((part) => part.replaceAll("\n", " ").trim())
    .filter(Boolean);
}
