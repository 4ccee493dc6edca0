import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { entryOf } from "../../form/look-up";
import { useTime } from "../../time/time";
import { toLookUp, type Said } from "./asked-fields";
import type { Ticket } from "./data";

/** What stands within answers as the viewer reads it: times in their zone, people by name. */
export function useSaid(ticket: Ticket, schema: unknown): Said {
  const { t } = useTranslation("ticket");
  const time = useTime();
  // The ticket itself names some of its people.
  const known = new Map([ticket.requester, ticket.requested_for, ticket.opened_by].map(({ username, name }) => [username, name]));
  const wanted = toLookUp(ticket.form ?? {}, schema).filter(({ source, key }) => source.kind !== "people" || !known.has(key));
  const found = useQueries({
    queries: wanted.map(({ source, key }) => ({ queryKey: ["lookup", source, "named", [key]], queryFn: async () => [await entryOf(source, key)], staleTime: 5 * 60_000 })),
  });
  return {
    yes: t("asked.yes"),
    no: t("asked.no"),
    // A day has no zone: noon in UTC is that day nearly everywhere.
    day: (day) => time.day(`${day}T12:00:00Z`),
    moment: time.moment,
    named: (source, key) => {
      const own = source.kind === "people" ? known.get(key) : undefined;
      const at = wanted.findIndex((one) => one.key === key && JSON.stringify(one.source) === JSON.stringify(source));
      return own ?? found[at]?.data?.[0]?.name ?? key;
    },
  };
}
