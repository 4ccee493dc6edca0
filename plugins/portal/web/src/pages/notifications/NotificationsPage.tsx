import { useTranslation } from "react-i18next";
import { MessageList } from "../../shell/MessageList";
import { Page } from "../../shell/Page";

/** All messages that are kept for the viewer; the bell shows the same beside a page. */
export default function NotificationsPage() {
  const { t } = useTranslation("notifications");
  return (
    <Page title={t("title")}>
      <p className="quiet">{t("about")}</p>
      <div className="card">
        <MessageList enabled withFilter />
      </div>
    </Page>
  );
}
