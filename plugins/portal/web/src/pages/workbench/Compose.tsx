import LockOutlined from "@ant-design/icons/LockOutlined";
import MessageOutlined from "@ant-design/icons/MessageOutlined";
import { Button, Checkbox, Mentions, Segmented } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "../ticket/act";
import { FilesToSend, useFilesToSend } from "../ticket/FilesToSend";
import type { Ticket } from "../ticket/data";
import { CannedReplies } from "./CannedReplies";
import { useDraft } from "./useDraft";

interface Draft {
  text: string;
  internal: boolean;
  awaits: boolean;
}

const blank: Draft = { text: "", internal: false, awaits: false };

/** One box for both: what who asked reads, and what only staff read, never to be mistaken for each other. */
export function Compose({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const id = useId();
  const { number } = ticket;
  const { draft, change, forget, state } = useDraft<Draft>(`comment:${number}`, blank);
  const files = useFilesToSend();
  const people = usePeople();
  const [told, setTold] = useState(false);
  const send = useAct(
    number,
    (wish: { text: string; internal: boolean; awaits_reply?: boolean; attachments?: string[] }, key) =>
      api.POST("/api/v1/tickets/{number}/comments", { params: { path: { number }, header: once(key) }, body: wish }),
    () => {
      // Which of the two it was stays: a note is often followed by another one.
      forget({ ...blank, internal: draft.internal });
      files.clear();
      setTold(true);
    },
  );
  const { internal } = draft;
  const isReady = draft.text.trim() !== "" && !files.busy && !send.isPending;
  const go = () => {
    if (!isReady) return;
    send.mutate({
      text: draft.text.trim(),
      internal,
      ...(!internal && draft.awaits ? { awaits_reply: true } : {}),
      ...(files.ids.length > 0 ? { attachments: files.ids } : {}),
    });
  };
  const type = (text: string) => {
    setTold(false);
    change({ ...draft, text });
  };
  const atText = send.error instanceof Problem ? send.error.errors.find(({ pointer }) => pointer === "/text")?.message : undefined;
  return (
    <form
      className={internal ? "compose compose-internal" : "compose compose-public"}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <div className="compose-head">
        <Segmented
          aria-label={t("compose.who")}
          value={internal ? "internal" : "public"}
          onChange={(value) => change({ ...draft, internal: value === "internal" })}
          options={[
            { value: "public", label: t("compose.public"), icon: <MessageOutlined aria-hidden /> },
            { value: "internal", label: t("compose.internal"), icon: <LockOutlined aria-hidden /> },
          ]}
        />
        <CannedReplies number={number} onTaken={(text) => type(draft.text.trim() === "" ? text : `${draft.text.trimEnd()}\n\n${text}`)} />
      </div>
      <label htmlFor={id}>{internal ? t("compose.internalLabel") : t("compose.publicLabel", { name: ticket.requested_for.name })}</label>
      <Mentions
        id={id}
        rows={3}
        value={draft.text}
        onChange={type}
        onSearch={people.search}
        options={people.options}
        filterOption={false}
        placeholder={t("compose.mention")}
        onPaste={files.onPaste}
        {...(atText ? { status: "error" as const } : {})}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) go();
        }}
      />
      {atText && (
        <div role="alert" className="bad">
          {atText}
        </div>
      )}
      <div className="compose-foot">
        <FilesToSend files={files} />
        {!internal && (
          <Checkbox checked={draft.awaits} onChange={(event) => change({ ...draft, awaits: event.target.checked })}>
            {t("compose.awaits")}
          </Checkbox>
        )}
        <span className="quiet compose-state" role="status">
          {told ? t("compose.sent") : state === "kept" ? t("compose.kept") : state === "local" ? t("compose.local") : ""}
        </span>
        <Button type="primary" htmlType="submit" disabled={!isReady} loading={send.isPending} {...(internal ? { icon: <LockOutlined aria-hidden /> } : {})}>
          {internal ? t("compose.note") : t("compose.send")}
        </Button>
      </div>
      {send.error && !atText && <ProblemNotice problem={send.error} onRetry={go} />}
    </form>
  );
}

/** Whom one may mention: looked up as the name is typed. */
function usePeople() {
  const [options, setOptions] = useState<{ value: string; label: string }[]>([]);
  const search = (q: string) => {
    got(api.GET("/api/v1/lookup/people", { params: { query: { q, limit: 8 } } })).then(
      ({ items }) => setOptions(items.map(({ username, name }) => ({ value: username, label: `${name} (${username})` }))),
      // Without the look-up a mention can still be typed by hand.
      () => setOptions([]),
    );
  };
  return { options, search };
}
