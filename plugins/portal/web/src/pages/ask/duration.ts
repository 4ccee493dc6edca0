import { useTranslation } from "react-i18next";

/** `2wd` as people say it: within 2 working days. */
export function useDuration(): (written: string) => string {
  const { t } = useTranslation("ask");
  return (written) => {
    const [, number, unit] = /^(\d+)\s*(wd|wh|wm|w|d|h|m|s)$/.exec(written.trim()) ?? [];
    const count = Number(number);
    if (unit === "wd") return t("within.wd", { count });
    if (unit === "wh") return t("within.wh", { count });
    if (unit === "d") return t("within.d", { count });
    if (unit === "h") return t("within.h", { count });
    if (unit === "m") return t("within.m", { count });
    return written;
  };
}
