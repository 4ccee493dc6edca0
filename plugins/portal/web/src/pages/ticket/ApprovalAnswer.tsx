import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { said, useAnswer } from "./answer";
import type { Step } from "./data";
import { useKeptText } from "./kept-text";

/** A yes is one tap; a no, or sending it back, says why. */
export function ApprovalAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  const [comment, setComment] = useKeptText(`answer.${step.id}`);
  const [chosen, choose] = useState<"rejected" | "returned">();
  const answer = useAnswer(step, () => {
    setComment("");
    onDone?.();
  });
  const send = (outcome: string) => answer.mutate({ outcome, comment: said(comment) });
  return (
    <div className="answer">
      <div className="answer-buttons">
        <Button type="primary" loading={answer.isPending && !chosen} onClick={() => send("approved")}>
          {t("answer.approve")}
        </Button>
        <Button danger aria-pressed={chosen === "rejected"} onClick={() => choose("rejected")}>
          {t("answer.reject")}
        </Button>
        <Button aria-pressed={chosen === "returned"} onClick={() => choose("returned")}>
          {t("answer.sendBack")}
        </Button>
      </div>
      {chosen && (
        <>
          <label className="answer-field">
            {chosen === "rejected" ? t("answer.whyNot") : t("answer.whatToChange")}
            <Input.TextArea autoFocus autoSize={{ minRows: 2 }} value={comment} onChange={(event) => setComment(event.target.value)} />
          </label>
          <div className="answer-buttons">
            <Button type="primary" danger={chosen === "rejected"} loading={answer.isPending} disabled={!said(comment)} onClick={() => send(chosen)}>
              {chosen === "rejected" ? t("answer.reject") : t("answer.sendBack")}
            </Button>
            <Button onClick={() => choose(undefined)}>{t("dismiss")}</Button>
          </div>
        </>
      )}
      {answer.error && <ProblemNotice problem={answer.error} />}
    </div>
  );
}
