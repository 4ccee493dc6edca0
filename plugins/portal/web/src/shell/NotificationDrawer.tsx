import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../api/client";
import { queries } from "../api/queries";
import { Ago } from "../time/Moment";
import { Go } from "./Go";
import { ProblemNotice, Waiting } from "./ProblemNotice";

type Message = Schemas["NotificationView"];

async function markRead(messages: Message[]): Promise<void> {
  for (const { id } of messages) await api.POST("/api/v1/notifications/{id}/read", { params: { path: { id } }, body: {} });
}

export default function NotificationDrawer({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation("shell");
  const pages = useInfiniteQuery({
    queryKey: ["notifications", "all"],
    queryFn: ({ pageParam }) =>
      got(api.GET("/api/v1/notifications", { params: { query: { limit: 50, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled: open,
  });
  const read = useMutation({
    mutationFn: markRead,
    onSettled: () => queries.invalidateQueries({ queryKey: ["notifications"] }),
  });
  const messages = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const unread = messages.filter((message) => !message.read_at);

  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t("notifications.label")}
      size={400}
      extra={
        unread.length > 0 && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate(unread)}>
            {t("notifications.readAll")}
          </Button>
        )
      }
    >
      {read.error && <ProblemNotice problem={read.error} />}
      {pages.error && <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isLoading && <Waiting />}
      {pages.data && messages.length === 0 && <p className="quiet">{t("notifications.none")}</p>}
      <ul className="messages">
        {messages.map((message) => (
          <li key={message.id} className={message.read_at ? undefined : "unread"}>
            <div>
              {message.ticket ? (
                <Go
                  to={`/tickets/${message.ticket}`}
                  onClick={() => {
                    if (!message.read_at) read.mutate([message]);
                    onClose();
                  }}
                >
                  {message.text}
                </Go>
              ) : (
                message.text
              )}
            </div>
            <div className="quiet">
              <Ago at={message.at} />
              {!message.read_at && (
                <Button type="link" size="small" onClick={() => read.mutate([message])}>
                  {t("notifications.markRead")}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button block loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t("notifications.more")}
        </Button>
      )}
    </Drawer>
  );
}
