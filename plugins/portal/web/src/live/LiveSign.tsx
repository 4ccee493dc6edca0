import DisconnectOutlined from "@ant-design/icons/DisconnectOutlined";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useConnected } from "./useLive";

/** A quiet sign while there is no connection; a moment's break is not worth one. */
export function LiveSign() {
  const { t } = useTranslation("shell");
  const connected = useConnected();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLost(!connected), connected ? 0 : 3000);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <span role="status">
      {lost && (
        <span className="live-sign" title={t("live.lost")}>
          <DisconnectOutlined />
          <span className="unseen">{t("live.lost")}</span>
        </span>
      )}
    </span>
  );
}
