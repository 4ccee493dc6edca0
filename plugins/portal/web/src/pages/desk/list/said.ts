import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNow, useTime, type Time } from "../../../time/time";

/** What a row is written with: asked for once for all rows, since a list that scrolls draws hundreds a second. */
export interface Said {
  t: TFunction<["desk", "words"]>;
  time: Time;
  /** Milliseconds since 1970, in steps of a minute. */
  now: number;
}

export function useSaid(): Said {
  const { t } = useTranslation(["desk", "words"]);
  const time = useTime();
  const now = useNow();
  return useMemo(() => ({ t, time, now }), [t, time, now]);
}
