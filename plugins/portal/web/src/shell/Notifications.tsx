import BellOutlined from "@ant-design/icons/BellOutlined";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";
import { prompt } from "./prompt";

const NotificationDrawer = prompt(() => import("./NotificationDrawer"));

/** The bell: how many messages are unread. */
export function Notifications() {
  const { t } = useTranslation("shell");
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const latest = useQuery({
    queryKey: ["notifications", "latest"],
    queryFn: () => got(api.GET("/api/v1/notifications", { params: { query: { limit: 1, unread: true, count: true } } })),
  });
  const unread = Number.parseInt(latest.data?.count ?? "0", 10);
  const name = unread > 0 ? t("notifications.unread", { count: unread }) : t("notifications.label");
  return (
    <>
      <Button
        type="text"
        aria-label={name}
        title={name}
        icon={
          <span className="bell">
            <BellOutlined aria-hidden />
            {/* As the name says it: who speaks to the browser says what is seen. */}
            {unread > 0 && <span className="count">{unread > 999 ? "999+" : unread}</span>}
          </span>
        }
        onClick={() => {
          setWasOpen(true);
          setOpen(true);
        }}
      />
      {wasOpen && (
        <Suspense>
          <NotificationDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
