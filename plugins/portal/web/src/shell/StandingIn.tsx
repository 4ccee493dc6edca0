import SwapOutlined from "@ant-design/icons/SwapOutlined";
import { useTranslation } from "react-i18next";
import { dayIn, lastDay, standingInFor, startOfDay, useAbsences, type Absence } from "../pages/absences/absences";
import { useMe } from "../session/session";
import { useTime } from "../time/time";
import { Go } from "./Go";

/** Below the header, while somebody's approvals and tasks come to the viewer. */
export function StandingIn({ isInbox }: { isInbox: boolean }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const absences = useAbsences();
  const now = standingInFor(absences.data?.items ?? [], me.username);
  if (now.length === 0) return null;
  return (
    <div className="below-top standing-in" role="status">
      <SwapOutlined aria-hidden />
      {now.map((one) => (
        <One key={one.id} absence={one} />
      ))}
      {!isInbox && <Go to="/inbox">{t("standingIn.inbox")}</Go>}
    </div>
  );
}

/** Until when, as people say it: a whole day by its date, the last one included. */
function One({ absence: { person, to } }: { absence: Absence }) {
  const { t } = useTranslation("shell");
  const time = useTime();
  const { name } = person;
  const last = lastDay(to, time.zone);
  if (last === undefined) return <span>{t("standingIn.until", { name, moment: time.moment(to) })}</span>;
  if (last === dayIn(time.zone, new Date())) return <span>{t("standingIn.today", { name })}</span>;
  return <span>{t("standingIn.through", { name, day: time.day(startOfDay(last, time.zone).toISOString()) })}</span>;
}
