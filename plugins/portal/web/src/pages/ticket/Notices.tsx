import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { useTime } from "../../time/time";
import type { Ticket } from "./data";

/** What is out of the ordinary: held, stuck, on its way out. */
export function Notices({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const time = useTime();
  const { flags, hold, cancel_wish: wish } = ticket;
  return (
    <>
      {flags.stuck && <Alert className="gap-below" type="warning" showIcon title={t("notice.stuck")} />}
      {hold && (
        <Alert
          className="gap-below"
          type="info"
          showIcon
          title={t("notice.hold", { label: hold.label })}
          description={[hold.reason, hold.until && t("notice.until", { at: time.moment(hold.until) })].filter(Boolean).join(" ") || undefined}
        />
      )}
      {flags.cancelling && <Alert className="gap-below" type="info" showIcon title={t("notice.cancelling")} />}
      {wish && <Alert className="gap-below" type="info" showIcon title={t("notice.cancelWish", { name: wish.by.name })} description={wish.reason || undefined} />}
    </>
  );
}
