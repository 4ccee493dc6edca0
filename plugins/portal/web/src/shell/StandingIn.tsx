import SwapOutlined from "@ant-design/icons/SwapOutlined";
import { useTranslation } from "react-i18next";
import { standingInFor, useAbsences } from "../pages/absences/absences";
import { useMe } from "../session/session";
import { Moment } from "../time/Moment";
import { Go } from "./Go";

/** Below the header, while somebody's approvals and tasks come to the viewer. */
export function StandingIn() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const absences = useAbsences();
  const now = standingInFor(absences.data?.items ?? [], me.username);
  if (now.length === 0) return null;
  return (
    <div className="standing-in" role="status">
      <SwapOutlined aria-hidden />
      {now.map((one) => (
        <span key={one.id}>
          {t("standingIn.text", { name: one.person.name })} <Moment at={one.to} />
        </span>
      ))}
      <Go to="/inbox">{t("standingIn.inbox")}</Go>
    </div>
  );
}
