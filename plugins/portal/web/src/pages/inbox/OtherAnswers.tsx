import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { errorAt } from "../../api/error-at";
import { useAnswer, type StepAnswer } from "./answer";
import { AnswerProblem } from "./AnswerProblem";
import { Panel } from "./ApprovalAnswer";
import { AskedFields, useAskedFields } from "./AskedFields";
import { useMoney } from "./FactList";
import { argumentsOf, type Step } from "./inbox-data";
import { useTyped } from "./typed";

interface Props {
  step: Step;
  onAnswered: (after: Step, answer: StepAnswer) => void;
}

/** Two buttons; the no takes a word of explanation that nobody has to give. */
export function CostAnswer({ step, onAnswered }: Props) {
  const { t } = useTranslation("inbox");
  const money = useMoney();
  const [declines, setDeclines] = useState(false);
  const [comment, setComment] = useTyped(`${step.id}/comment`, "");
  const answer = useAnswer(step, onAnswered);
  const { amount } = argumentsOf(step);
  const send = (outcome: string) => answer.mutate({ outcome, ...(comment.trim() ? { comment: comment.trim() } : {}) });
  const problem = <AnswerProblem problem={answer.error} />;
  if (declines) {
    return (
      <Panel title={t("cost.declineTitle")} onClose={() => setDeclines(false)} problem={problem}>
        <Words label={t("cost.why")} value={comment} onChange={setComment} error={errorAt(answer.error, "/comment")} />
        <div className="answer-buttons">
          <Button size="large" danger loading={answer.isPending} onClick={() => send("declined")}>
            {t("cost.decline")}
          </Button>
        </div>
      </Panel>
    );
  }
  return (
    <div className="answer-bar">
      {problem}
      <div className="answer-buttons">
        <Button type="primary" size="large" loading={answer.isPending} onClick={() => send("confirmed")}>
          {amount ? t("cost.confirmAmount", { amount: money(amount) }) : t("cost.confirm")}
        </Button>
        <Button size="large" danger disabled={answer.isPending} onClick={() => setDeclines(true)}>
          {t("cost.decline")}
        </Button>
      </div>
    </div>
  );
}

/** A text, or the fields that the question asks for. */
export function QuestionAnswer({ step, onAnswered, isCancelWish }: Props & { isCancelWish: boolean }) {
  const { t } = useTranslation("inbox");
  const [text, setText] = useTyped(`${step.id}/answer`, "");
  const answer = useAnswer(step, onAnswered);
  const { form, returned_from } = argumentsOf(step);
  const fields = useAskedFields(step, answer.error);
  const problem = <AnswerProblem problem={answer.error} />;
  if (returned_from) {
    return (
      <div className="answer-bar">
        {problem}
        <div className="answer-buttons">
          <Go to={`/tickets/${step.ticket}`} className="as-button primary">
            {t("rework.correct")}
          </Go>
          <Button size="large" loading={answer.isPending} onClick={() => answer.mutate({ outcome: "answered" })}>
            {t("rework.again")}
          </Button>
        </div>
      </div>
    );
  }
  if (isCancelWish) return <CancelWishAnswer step={step} onAnswered={onAnswered} />;
  const output = form ? fields.output : { answer: text.trim() };
  const isReady = form !== undefined || text.trim() !== "";
  return (
    <div className="answer-bar">
      {problem}
      {form ? (
        <AskedFields fields={fields} />
      ) : (
        <Words label={t("question.answer")} value={text} onChange={setText} error={errorAt(answer.error, "/output/answer")} rows={2} />
      )}
      <div className="answer-buttons">
        <Button type="primary" size="large" disabled={!isReady} loading={answer.isPending} onClick={() => answer.mutate({ outcome: "answered", output })}>
          {t("question.send")}
        </Button>
      </div>
    </div>
  );
}

/** Whether the ticket may be cancelled though its work has begun; a no says why. */
function CancelWishAnswer({ step, onAnswered }: Props) {
  const { t } = useTranslation("inbox");
  const [comment, setComment] = useTyped(`${step.id}/comment`, "");
  const answer = useAnswer(step, onAnswered);
  const said = comment.trim();
  const send = (word: "yes" | "no") =>
    answer.mutate({ outcome: "answered", output: { answer: word }, ...(said ? { comment: said } : {}) });
  return (
    <div className="answer-bar">
      <AnswerProblem problem={answer.error} />
      <Words label={t("cancelWish.why")} value={comment} onChange={setComment} error={errorAt(answer.error, "/comment")} />
      <div className="answer-buttons">
        <Button type="primary" size="large" loading={answer.isPending} onClick={() => send("yes")}>
          {t("cancelWish.yes")}
        </Button>
        <Button size="large" disabled={answer.isPending} onClick={() => send("no")}>
          {t("cancelWish.no")}
        </Button>
      </div>
    </div>
  );
}

/** Points to tick off, fields to fill in, and what came of it. Also for the work on the ticket itself. */
export function TaskAnswer({ step, onAnswered }: Props) {
  const { t } = useTranslation("inbox");
  const isWork = step.kind === "work";
  const { form, checklist = [], optional } = argumentsOf(step);
  const [ticked, setTicked] = useTyped<string[]>(`${step.id}/ticked`, []);
  const [words, setWords] = useTyped(`${step.id}/comment`, "");
  const [fails, setFails] = useState(false);
  const answer = useAnswer(step, onAnswered);
  const fields = useAskedFields(step, answer.error);
  const said = words.trim();
  const problem = <AnswerProblem problem={answer.error} />;

  const send = (outcome: string) => {
    const done = outcome === "done";
    const output = {
      ...(form && done ? fields.output : {}),
      ...(checklist.length > 0 && done ? { checklist: ticked } : {}),
      ...(isWork && done && said ? { resolution: said } : {}),
    };
    answer.mutate({
      outcome,
      ...(said && !(isWork && done) ? { comment: said } : {}),
      ...(Object.keys(output).length > 0 ? { output } : {}),
    });
  };
  if (fails) {
    return (
      <Panel title={t("task.failTitle")} onClose={() => setFails(false)} problem={problem}>
        <Words label={t("task.why")} value={words} onChange={setWords} error={errorAt(answer.error, "/comment")} rows={2} />
        <div className="answer-buttons">
          <Button size="large" danger loading={answer.isPending} onClick={() => send("failed")}>
            {t("task.fail")}
          </Button>
        </div>
      </Panel>
    );
  }
  return (
    <div className="answer-bar">
      {problem}
      {checklist.length > 0 && (
        <fieldset className="checklist">
          <legend>{t("task.checklist")}</legend>
          {checklist.map((point) => (
            <Checkbox
              key={point}
              checked={ticked.includes(point)}
              onChange={({ target }) => setTicked(target.checked ? [...ticked, point] : ticked.filter((other) => other !== point))}
            >
              {point}
            </Checkbox>
          ))}
          {errorAt(answer.error, "/output/checklist") && <div className="alarm">{errorAt(answer.error, "/output/checklist")}</div>}
        </fieldset>
      )}
      {form && <AskedFields fields={fields} />}
      <Words
        label={isWork ? t("task.resolution") : t("task.comment")}
        value={words}
        onChange={setWords}
        error={errorAt(answer.error, isWork ? "/output/resolution" : "/comment")}
        rows={isWork ? 2 : 1}
      />
      <div className="answer-buttons">
        <Button type="primary" size="large" loading={answer.isPending} onClick={() => send("done")}>
          {t("task.done")}
        </Button>
        <Button size="large" danger disabled={answer.isPending} onClick={() => setFails(true)}>
          {t("task.fail")}
        </Button>
        {optional && (
          <Button size="large" disabled={answer.isPending} onClick={() => send("skipped")}>
            {t("task.skip")}
          </Button>
        )}
      </div>
    </div>
  );
}

interface WordsProps {
  label: string;
  value: string;
  onChange: (text: string) => void;
  error: string | undefined;
  rows?: number;
}

function Words({ label, value, onChange, error, rows = 1 }: WordsProps) {
  return (
    <label className="words">
      <span>{label}</span>
      <Input.TextArea
        rows={rows}
        value={value}
        {...(error ? { status: "error" as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && <span className="alarm">{error}</span>}
    </label>
  );
}
