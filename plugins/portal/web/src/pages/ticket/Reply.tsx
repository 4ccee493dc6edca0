import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import { said } from "./answer";
import type { Ticket } from "./data";
import { FilesToSend, useFilesToSend } from "./FilesToSend";
import { useKeptText } from "./kept-text";

/** The viewer's word on a ticket, with files; kept until the desk has it. */
export function Reply({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const id = useId();
  const [text, setText] = useKeptText(`reply.${ticket.number}`);
  const [told, setTold] = useState(false);
  const files = useFilesToSend();
  const send = useAct(
    ticket.number,
    (wish: { text: string; attachments?: string[] }, key) =>
      api.POST("/api/v1/tickets/{number}/comments", { params: { path: { number: ticket.number }, header: once(key) }, body: wish }),
    () => {
      setText("");
      files.clear();
      setTold(true);
    },
  );
  const ready = said(text) !== undefined && !files.busy;
  const go = () => {
    if (!ready || send.isPending) return;
    send.mutate({ text: text.trim(), attachments: files.ids.length > 0 ? files.ids : undefined });
  };
  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <label htmlFor={id}>{t("conversation.reply")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        value={text}
        onPaste={files.onPaste}
        onChange={(event) => {
          setTold(false);
          setText(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
        }}
      />
      <div className="reply-foot">
        <FilesToSend files={files} />
        <Button type="primary" htmlType="submit" disabled={!ready} loading={send.isPending}>
          {t("conversation.send")}
        </Button>
      </div>
      <span className="unseen" role="status">
        {told && t("conversation.sent")}
      </span>
      {send.error && <ProblemNotice problem={send.error} onRetry={go} />}
    </form>
  );
}
