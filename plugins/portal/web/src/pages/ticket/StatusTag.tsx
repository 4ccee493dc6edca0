import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Ticket } from "./data";

const colours: Record<string, string> = { escalated: "orange", resolved: "green", succeeded: "green", failed: "red", approval_rejected: "red" };

/** Where a ticket stands in one word; of a closed one how it ended. */
export function StatusTag({ ticket }: { ticket: Pick<Ticket, "status" | "closure_code" | "flags"> }) {
  const { t } = useTranslation(["ticket", "words"]);
  const { status, closure_code: code, flags } = ticket;
  if (status === "closed" && code) return <Tag color={colours[code]}>{t(`words:closure.${code}`)}</Tag>;
  if (flags.cancelling) return <Tag>{t("cancelling")}</Tag>;
  if (flags.on_hold) return <Tag color="gold">{t("onHold")}</Tag>;
  return <Tag color={colours[status] ?? (status === "new" ? undefined : "blue")}>{t(`words:status.${status}`)}</Tag>;
}
