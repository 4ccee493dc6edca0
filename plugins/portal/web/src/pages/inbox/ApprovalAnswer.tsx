import CheckOutlined from "@ant-design/icons/CheckOutlined";
import CloseOutlined from "@ant-design/icons/CloseOutlined";
import RollbackOutlined from "@ant-design/icons/RollbackOutlined";
import { Button, Input } from "antd";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorAt } from "../../api/error-at";
import { useAnswer, type StepAnswer } from "./answer";
import { AnswerProblem } from "./AnswerProblem";
import type { Step } from "./inbox-data";
import { useRejection } from "./reasons";
import { useTyped } from "./typed";

interface Props {
  step: Step;
  onAnswered: (after: Step, answer: StepAnswer) => void;
}

/** Common wishes of who sends a request back; each is a whole comment. */
const wishes = ["more", "offer", "other", "cheaper"] as const;

/**
 * Yes in one tap; no and back in two: the second is the reason, and it sends.
 * A reason's own words are the comment where nobody typed another.
 */
export function ApprovalAnswer({ step, onAnswered }: Props) {
  const { t } = useTranslation("inbox");
  const [panel, setPanel] = useState<"rejected" | "returned">();
  const [comment, setComment] = useTyped(`${step.id}/comment`, "");
  const { codes, inWords } = useRejection();
  const answer = useAnswer(step, onAnswered);
  const said = comment.trim();
  const send = (wish: StepAnswer) => answer.mutate(wish);

  const close = () => {
    setPanel(undefined);
    answer.reset();
  };
  const problem = <AnswerProblem problem={answer.error} />;

  if (panel === "rejected") {
    return (
      <Panel title={t("reject.title")} onClose={close} problem={problem}>
        <Comment value={comment} onChange={setComment} label={t("reject.comment")} error={errorAt(answer.error, "/comment")} />
        <Reasons hint={inWords ? t("reject.hintFree") : said ? t("reject.hintWords") : t("reject.hint")}>
          {inWords && said !== "" && (
            <Button type="primary" danger loading={answer.isPending} onClick={() => send({ outcome: "rejected", ...inWords, comment: said })}>
              {t("reject.open")}
            </Button>
          )}
          {codes.map(({ code, label }) => (
            <Button key={code} disabled={answer.isPending} onClick={() => send({ outcome: "rejected", code, comment: said || label })}>
              {label}
            </Button>
          ))}
        </Reasons>
      </Panel>
    );
  }
  if (panel === "returned") {
    return (
      <Panel title={t("back.title")} onClose={close} problem={problem}>
        <Comment value={comment} onChange={setComment} label={t("back.comment")} error={errorAt(answer.error, "/comment")} />
        <Reasons hint={t("back.hint")}>
          {said !== "" && (
            <Button type="primary" loading={answer.isPending} onClick={() => send({ outcome: "returned", comment: said })}>
              {t("back.send")}
            </Button>
          )}
          {said === "" &&
            wishes.map((wish) => (
              <Button key={wish} disabled={answer.isPending} onClick={() => send({ outcome: "returned", comment: t(`back.wish.${wish}`) })}>
                {t(`back.wish.${wish}`)}
              </Button>
            ))}
        </Reasons>
      </Panel>
    );
  }
  return (
    <div className="answer-bar">
      {problem}
      <div className="answer-buttons">
        <Button
          type="primary"
          size="large"
          icon={<CheckOutlined aria-hidden />}
          loading={answer.isPending}
          onClick={() => send({ outcome: "approved", ...(said ? { comment: said } : {}) })}
        >
          {t("approve")}
        </Button>
        <Button size="large" danger icon={<CloseOutlined aria-hidden />} disabled={answer.isPending} onClick={() => setPanel("rejected")}>
          {t("reject.open")}
        </Button>
        {step.origin === "script" && (
          <Button size="large" icon={<RollbackOutlined aria-hidden />} disabled={answer.isPending} onClick={() => setPanel("returned")}>
            {t("back.open")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Takes the buttons' place; Escape and the first button lead back to them. */
export function Panel({ title, onClose, problem, children }: { title: string; onClose: () => void; problem: ReactNode; children: ReactNode }) {
  const { t } = useTranslation("inbox");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <div className="answer-bar" role="group" aria-label={title} onKeyDown={(event) => event.key === "Escape" && onClose()}>
      <div className="answer-head">
        <h3 ref={heading} tabIndex={-1}>
          {title}
        </h3>
        <Button type="text" size="small" onClick={onClose}>
          {t("cancel")}
        </Button>
      </div>
      {problem}
      {children}
    </div>
  );
}

function Comment({ value, onChange, label, error }: { value: string; onChange: (text: string) => void; label: string; error: string | undefined }) {
  return (
    <>
      <Input.TextArea
        aria-label={label}
        placeholder={label}
        rows={1}
        value={value}
        {...(error ? { status: "error" as const } : {})}
        onChange={(event) => onChange(event.target.value)}
      />
      {error && <div className="alarm">{error}</div>}
    </>
  );
}

function Reasons({ hint, children }: { hint: string; children: ReactNode }) {
  return (
    <>
      <p className="quiet hint">{hint}</p>
      <div className="chips">{children}</div>
    </>
  );
}
