import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { money } from "../../text/money";
import { said, useAnswer } from "./answer";
import type { Step } from "./data";
import { useKeptText } from "./kept-text";

/** Who is charged confirms what it costs, or does not. */
export function CostAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t, i18n } = useTranslation("ticket");
  const [declining, setDeclining] = useState(false);
  const [comment, setComment] = useKeptText(`answer.${step.id}`);
  const answer = useAnswer(step, () => {
    setComment("");
    onDone?.();
  });
  const { amount } = step.arguments as { amount?: Schemas["Money"] };
  return (
    <div className="answer">
      {amount && <p className="answer-amount">{money(amount, i18n.language)}</p>}
      {declining ? (
        <>
          <label className="answer-field">
            {t("answer.whyDecline")}
            <Input.TextArea autoFocus rows={2} value={comment} onChange={(event) => setComment(event.target.value)} />
          </label>
          <p className="quiet">{t("answer.declineEnds")}</p>
          <div className="answer-buttons">
            <Button danger type="primary" loading={answer.isPending} onClick={() => answer.mutate({ outcome: "declined", comment: said(comment) })}>
              {t("answer.decline")}
            </Button>
            <Button onClick={() => setDeclining(false)}>{t("dismiss")}</Button>
          </div>
        </>
      ) : (
        <div className="answer-buttons">
          <Button type="primary" loading={answer.isPending} onClick={() => answer.mutate({ outcome: "confirmed" })}>
            {t("answer.confirmCost")}
          </Button>
          <Button onClick={() => setDeclining(true)}>{t("answer.decline")}</Button>
        </div>
      )}
      {answer.error && <ProblemNotice problem={answer.error} />}
    </div>
  );
}
