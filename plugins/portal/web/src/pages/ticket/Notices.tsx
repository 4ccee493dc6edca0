import { Alert } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useTime } from "../../time/time";
import type { Ticket } from "./data";

interface Props {
  ticket: Ticket;
  /** What stands there for a ticket that is stuck; words for who asked where nothing else is given. */
  stuck?: ReactNode;
}

/** What is out of the ordinary: held, stuck, on its way out. */
export function Notices({ ticket, stuck }: Props) {
  const { t } = useTranslation("ticket");
  const time = useTime();
  const { flags, hold, cancel_wish: wish } = ticket;
  return (
    <>
      {flags.stuck && (stuck ?? <Alert className="gap-below" type="warning" showIcon title={t("notice.stuck")} />)}
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
