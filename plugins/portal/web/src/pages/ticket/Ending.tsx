import { Button, Input } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAct } from "./act";
import { said } from "./answer";
import type { Ticket } from "./data";
import { useKeptText } from "./kept-text";

/** The result, and whether who asked agrees with it. */
export function Ending({ ticket, asks }: { ticket: Ticket; asks: boolean }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const [missing, setMissing] = useKeptText(`reopen.${ticket.number}`);
  const [reopening, setReopening] = useState(missing !== "");
  const [did, setDid] = useState<"closed" | "reopened">();
  const params = { path: { number: ticket.number } };
  const close = useAct(
    ticket.number,
    (_: undefined, key) => api.POST("/api/v1/tickets/{number}/close", { params: { ...params, header: once(key) }, body: {} }),
    () => setDid("closed"),
  );
  const reopen = useAct(
    ticket.number,
    (reason: string, key) => api.POST("/api/v1/tickets/{number}/reopen", { params: { ...params, header: once(key) }, body: { reason } }),
    () => {
      setMissing("");
      setReopening(false);
      setDid("reopened");
    },
  );
  const isEnded = ticket.status === "resolved" || ticket.status === "closed";
  const told = (did === "reopened") !== isEnded ? did : undefined;
  useEffect(() => {
    if (told === undefined) return;
    // Once the ticket has moved on from it, it is no news any more.
    return () => setDid((now) => (now === told ? undefined : now));
  }, [told]);
  const may = (action: string) => asks && ticket.actions.includes(action);
  const done = told && <Done text={t(`ending.done.${told}`)} />;
  if (!isEnded) return done ? <section className="card turn">{done}</section> : null;
  const better = ticket.better_way;
  if (!ticket.resolution && !ticket.closure_reason && !better && !may("close") && !may("reopen") && !done) return null;

  return (
    <section className="card turn" aria-labelledby={heading}>
      <h2 id={heading}>{may("close") ? t("ending.confirm") : t("ending.result")}</h2>
      {done}
      {ticket.resolution && <p className="step-said">{ticket.resolution}</p>}
      {better && <p className="step-said">{better.text}</p>}
      {!reopening && (may("close") || may("reopen")) && (
        <div className="answer-buttons">
          {may("close") && (
            <Button type="primary" loading={close.isPending} onClick={() => close.mutate(undefined)}>
              {t("ending.yes")}
            </Button>
          )}
          {may("reopen") && <Button onClick={() => setReopening(true)}>{may("close") ? t("ending.no") : t("ending.reopen")}</Button>}
        </div>
      )}
      {reopening && may("reopen") && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (said(missing)) reopen.mutate(missing.trim());
          }}
        >
          <label className="answer-field">
            {t("ending.missing")}
            <Input.TextArea autoFocus rows={2} value={missing} onChange={(event) => setMissing(event.target.value)} />
          </label>
          <div className="answer-buttons">
            <Button type="primary" htmlType="submit" disabled={!said(missing)} loading={reopen.isPending}>
              {t("ending.reopen")}
            </Button>
            <Button onClick={() => setReopening(false)}>{t("dismiss")}</Button>
          </div>
        </form>
      )}
      {close.error && <ProblemNotice problem={close.error} onRetry={() => close.mutate(undefined)} />}
      {reopen.error && <ProblemNotice problem={reopen.error} />}
    </section>
  );
}

/** What came of a button that is no more: the focus goes here, where it would be lost. */
function Done({ text }: { text: string }) {
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} role="status">
      {text}
    </p>
  );
}
