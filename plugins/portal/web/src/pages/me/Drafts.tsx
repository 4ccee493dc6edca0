import { useTranslation } from "react-i18next";
import { DraftList } from "../drafts/DraftList";

/** What was begun and not sent: requests, and answers on tickets. */
export function Drafts() {
  const { t } = useTranslation("drafts");
  return <DraftList title={t("all")} none={t("none")} className="card" />;
}
