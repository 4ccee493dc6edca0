import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../api/client";
import { queries } from "../api/queries";
import { Ago } from "../time/Moment";
import { Go } from "./Go";
import { ProblemNotice, Waiting } from "./ProblemNotice";
import { withSurvey } from "./survey";
import { untold } from "./untold";

/** One message, or all up to the newest that is shown: what came since stays unread. */
async function markRead({ id, andOlder }: { id: string; andOlder?: boolean }): Promise<void> {
  if (andOlder) await api.POST("/api/v1/notifications/read", { body: { up_to: id } });
  else await api.POST("/api/v1/notifications/{id}/read", { params: { path: { id } }, body: {} });
}

interface Props {
  enabled: boolean;
  withFilter?: boolean;
  /** Somebody follows a message to its ticket. */
  onFollow?: () => void;
}

/** Messages, the newest first; what is opened is read. */
export function MessageList({ enabled, withFilter, onFollow }: Props) {
  const { t } = useTranslation("shell");
  const [unreadOnly, setUnreadOnly] = useState(false);
  const pages = useInfiniteQuery({
    queryKey: ["notifications", "all", unreadOnly],
    queryFn: ({ pageParam }) =>
      got(api.GET("/api/v1/notifications", { params: { query: { limit: 50, cursor: pageParam, unread: unreadOnly || undefined } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor ?? undefined,
    enabled,
  });
  const read = useMutation({
    mutationFn: markRead,
    onSettled: () => queries.invalidateQueries({ queryKey: ["notifications"] }),
  });
  const messages = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const newest = messages[0];
  const someUnread = messages.some((message) => !message.read_at);

  return (
    <>
      <div className="messages-head">
        {withFilter && (
          <Checkbox checked={unreadOnly} onChange={({ target }) => setUnreadOnly(target.checked)}>
            {t("notifications.unreadOnly")}
          </Checkbox>
        )}
        {newest && (someUnread || pages.hasNextPage) && (
          <Button size="small" loading={read.isPending} onClick={() => read.mutate({ id: newest.id, andOlder: true })}>
            {t("notifications.readAll")}
          </Button>
        )}
      </div>
      {read.error && <ProblemNotice problem={read.error} />}
      {!!untold(pages) && <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isLoading && <Waiting />}
      {pages.data && messages.length === 0 && <p className="quiet">{t("notifications.none")}</p>}
      <ul className="messages">
        {messages.map((message) => (
          <li key={message.id} className={message.read_at ? undefined : "unread"}>
            <Said
              message={message}
              onFollow={() => {
                if (!message.read_at) read.mutate(message);
                onFollow?.();
              }}
            />
            <div className="quiet">
              {message.meant_for && `${t("notifications.meantFor", { name: message.meant_for.name })} · `}
              <Ago at={message.at} />
              {!message.read_at && (
                <Button type="link" size="small" onClick={() => read.mutate(message)}>
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
    </>
  );
}

/** What is said, as the way to its ticket; a survey is a link beside it, to a page of the desk's own. */
function Said({ message: { text, ticket }, onFollow }: { message: Schemas["NotificationView"]; onFollow: () => void }) {
  const { t } = useTranslation("shell");
  const { said, survey } = withSurvey(text);
  return (
    <div>
      {ticket ? (
        <Go to={`/tickets/${ticket}`} onClick={onFollow}>
          {said}
        </Go>
      ) : (
        said
      )}
      {survey && (
        <>
          {" "}
          <a href={survey} onClick={onFollow}>
            {t("notifications.rate")}
          </a>
        </>
      )}
    </div>
  );
}
