import { useTranslation } from "react-i18next";

const units = ["wd", "wh", "wm", "w", "d", "h", "m"] as const;
type Unit = (typeof units)[number];

// How many make one of the next. Days stay days, and a working day is as long as the calendar says.
const larger: Partial<Record<Unit, [number, Unit]>> = { m: [60, "h"], h: [24, "d"], wm: [60, "wh"] };

/** `48h` in the largest unit that it fills: 2 days, as it is said everywhere. */
export function inWhole(written: string): { count: number; unit: Unit } | undefined {
  const [, number, word] = /^(\d+)\s*([a-z]+)$/.exec(written.trim()) ?? [];
  let unit = units.find((one) => one === word);
  if (unit === undefined) return undefined;
  let count = Number(number);
  for (let next = larger[unit]; next !== undefined && count > 0 && count % next[0] === 0; next = larger[unit]) {
    count /= next[0];
    unit = next[1];
  }
  return { count, unit };
}

/** `2wd` as people say it: within 2 working days. */
export function useDuration(): (written: string) => string {
  const { t } = useTranslation("ask");
  return (written) => {
    const { count, unit } = inWhole(written) ?? {};
    return unit === undefined ? written : t(`within.${unit}`, { count });
  };
}
