import DisconnectOutlined from "@ant-design/icons/DisconnectOutlined";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useConnected } from "./useLive";

/**
 * Says in words that there is no connection; a moment's break is not worth it. It
 * stands in the header, in the place of the search that would find nothing now,
 * so that nothing on the page moves.
 */
export function LiveSign() {
  const { t } = useTranslation("shell");
  const streams = useConnected();
  const online = useSyncExternalStore(onNetwork, () => navigator.onLine);
  const connected = streams && online;
  const [lost, setLost] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLost(!connected), connected ? 0 : 3000);
    return () => clearTimeout(timer);
  }, [connected]);
  return (
    <span role="status">
      {lost && (
        <span className="live-sign">
          <DisconnectOutlined aria-hidden />
          <span className="live-words">{t("live.lost")}</span>
        </span>
      )}
    </span>
  );
}

// The browser may know of a cut before the open stream does.
function onNetwork(tell: () => void): () => void {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  return () => {
    window.removeEventListener("online", tell);
    window.removeEventListener("offline", tell);
  };
}
