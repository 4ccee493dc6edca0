import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { isToConfirm } from "./turn";

/** That a request waits for who looks at it: for an answer, or for their word that it is done. */
export function TurnTag({ ticket }: { ticket: Schemas["TicketView"] }) {
  const { t } = useTranslation("words");
  return <Tag color="blue">{isToConfirm(ticket) ? t("turn.confirm") : t("turn.yours")}</Tag>;
}
