import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { AnswerForm } from "./AnswerForm";
import { said, useAnswer } from "./answer";
import type { Step } from "./data";
import { useKeptText } from "./kept-text";
import { useStepForm } from "./step-form";

export function QuestionAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  const { wanted } = useStepForm(step);
  const [text, setText] = useKeptText(`answer.${step.id}`);
  const answer = useAnswer(step, () => {
    setText("");
    onDone?.();
  });
  if (wanted) {
    return (
      <div className="answer">
        <AnswerForm
          step={step}
          problem={answer.error}
          busy={answer.isPending}
          buttons={[{ outcome: "answered", label: t("answer.send") }]}
          onSend={(outcome, output) => answer.mutate({ outcome, output })}
        />
      </div>
    );
  }
  return (
    <form
      className="answer"
      onSubmit={(event) => {
        event.preventDefault();
        if (said(text)) answer.mutate({ outcome: "answered", output: { answer: said(text) } });
      }}
    >
      <label className="answer-field">
        {t("answer.yours")}
        <Input.TextArea rows={2} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <Button type="primary" htmlType="submit" loading={answer.isPending} disabled={!said(text)}>
        {t("answer.send")}
      </Button>
      {answer.error && <ProblemNotice problem={answer.error} />}
    </form>
  );
}
