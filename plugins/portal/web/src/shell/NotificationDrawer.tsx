import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { Go } from "./Go";
import { MessageList } from "./MessageList";

export default function NotificationDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t("notifications.label")}
      size={400}
      extra={
        <Go to="/notifications" onClick={onClose}>
          {t("notifications.all")}
        </Go>
      }
    >
      <MessageList enabled={open} onFollow={onClose} />
    </Drawer>
  );
}
