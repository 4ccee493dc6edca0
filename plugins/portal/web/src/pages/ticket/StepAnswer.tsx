import { useTranslation } from "react-i18next";
import { ApprovalAnswer } from "../inbox/ApprovalAnswer";
import "../inbox/inbox.css";
import { CostAnswer } from "./CostAnswer";
import type { Step } from "./data";
import { QuestionAnswer } from "./QuestionAnswer";
import { ReturnedAnswer } from "./ReturnedAnswer";
import { TaskAnswer } from "./TaskAnswer";
import { WaitAnswer } from "./WaitAnswer";

/** What the viewer answers a step with; nothing where it is not theirs to answer. */
export function StepAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  if (step.state !== "open" || !step.actions?.includes("answer")) return null;
  switch (step.kind) {
    case "approval":
      return <ApprovalAnswer step={step} onAnswered={() => onDone?.()} />;
    case "cost":
      return <CostAnswer step={step} onDone={onDone} />;
    case "question":
      if (step.arguments && "returned_from" in step.arguments) return <ReturnedAnswer step={step} onDone={onDone} />;
      return <QuestionAnswer step={step} onDone={onDone} />;
    case "task":
      return <TaskAnswer step={step} onDone={onDone} />;
    case "work":
      return <TaskAnswer step={step} onDone={onDone} />;
    case "wait":
      return <WaitAnswer step={step} onDone={onDone} />;
    default:
      return <p className="quiet">{t("answer.elsewhere")}</p>;
  }
}
