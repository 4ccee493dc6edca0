import { useId, type ReactNode } from "react";
import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { Ago } from "../../time/Moment";
import { FileLink } from "./Attachments";
import { isAsker, useAttachments, useComments, type Attachment, type Comment, type Ticket } from "./data";
import { Reply } from "./Reply";
import "./conversation.css";

interface Props {
  ticket: Ticket;
  /** What is written with; a reply of the viewer where nothing else is given. */
  compose?: ReactNode;
}

/** What was said on a ticket, and a box to say something. */
export function Conversation({ ticket, compose }: Props) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const me = useMe();
  const comments = useComments(ticket.number);
  const files = useAttachments(ticket.number);
  const said = comments.data ?? [];
  const last = said[said.length - 1];
  const awaited = last?.awaits_reply && last.author.username !== me.username && isAsker(me, ticket) && ticket.status !== "closed";
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("conversation.title")}</h2>
      {!!untold(comments) && <ProblemNotice problem={comments.error} onRetry={() => void comments.refetch()} />}
      {comments.isLoading && <Waiting />}
      {comments.data && said.length === 0 && <p className="quiet">{t("conversation.none")}</p>}
      <ol className="comments" aria-live="polite">
        {said.map((comment) => (
          <Said key={comment.id} comment={comment} mine={comment.author.username === me.username} files={files.data?.filter((file) => file.comment === comment.id) ?? []} />
        ))}
      </ol>
      {awaited && (
        <p className="awaited" role="status">
          {t("conversation.awaited", { name: last.author.name })}
        </p>
      )}
      {compose ?? (ticket.actions.includes("comment") && <Reply ticket={ticket} />)}
    </section>
  );
}

function Said({ comment, mine, files }: { comment: Comment; mine: boolean; files: Attachment[] }) {
  const { t } = useTranslation("ticket");
  const kind = comment.internal ? "comment-internal" : mine ? "comment-mine" : "";
  return (
    <li className={`comment ${kind}`}>
      <div className="comment-head">
        <strong>{comment.author.name}</strong>
        <span className="quiet">
          <Ago at={comment.at} />
        </span>
        {comment.internal && <Tag color="gold">{t("conversation.internal")}</Tag>}
        {comment.awaits_reply && <Tag color="blue">{t("conversation.question")}</Tag>}
        {comment.edited_at && <span className="quiet">{t("conversation.edited")}</span>}
      </div>
      <div className="comment-text">{comment.text}</div>
      {files.length > 0 && (
        <ul className="files-list">
          {files.map((file) => (
            <li key={file.id}>
              <FileLink file={file} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
