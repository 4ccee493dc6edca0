import { Alert, Typography } from "antd";
import { useTranslation } from "react-i18next";

/** A password that the server made up: shown this once, to be handed over. */
export function ShownOnce({ secret, title, onClose }: { secret: string; title: string; onClose?: () => void }) {
  const { t } = useTranslation("admin");
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      className="gap-below"
      title={title}
      {...(onClose ? { closable: { onClose, "aria-label": t("hide") } } : {})}
      description={
        <Typography.Text code className="admin-secret" copyable={{ text: secret, tooltips: [t("copy"), t("copied")] }}>
          {secret}
        </Typography.Text>
      }
    />
  );
}
