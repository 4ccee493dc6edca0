import { Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AnswerForm } from "./AnswerForm";
import { said, useAnswer, type Answer } from "./answer";
import type { Step } from "./data";
import { useKeptText } from "./kept-text";

/** A task, or the work on the ticket: done or not, with its form, its checklist and a word. */
export function TaskAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  const [comment, setComment] = useKeptText(`answer.${step.id}`);
  const [ticked, setTicked] = useState<string[]>([]);
  const answer = useAnswer(step, () => {
    setComment("");
    onDone?.();
  });
  const { checklist = [], optional } = step.arguments as { checklist?: string[]; optional?: boolean };
  const isWork = step.kind === "work";
  const buttons = [
    { outcome: "done", label: t("answer.done") },
    { outcome: "failed", label: t("answer.failed") },
    ...(optional && !isWork ? [{ outcome: "skipped", label: t("answer.skip") }] : []),
  ];
  const send = (outcome: string, output: Record<string, unknown>) => {
    const wish: Answer = { outcome, comment: isWork ? undefined : said(comment) };
    const whole = isWork ? { ...output, resolution: said(comment) } : output;
    if (Object.keys(whole).length > 0) wish.output = whole;
    answer.mutate(wish);
  };
  return (
    <div className="answer">
      {checklist.length > 0 && (
        <Checkbox.Group className="answer-list" options={checklist} value={ticked} onChange={(now) => setTicked(now as string[])} />
      )}
      <label className="answer-field">
        {isWork ? t("answer.resolution") : t("answer.comment")}
        <Input.TextArea rows={isWork ? 2 : 1} value={comment} onChange={(event) => setComment(event.target.value)} />
      </label>
      <AnswerForm
        step={step}
        problem={answer.error}
        busy={answer.isPending}
        buttons={buttons}
        output={checklist.length > 0 ? { checklist: ticked } : undefined}
        onSend={send}
      />
    </div>
  );
}
