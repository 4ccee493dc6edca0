import { useTranslation } from "react-i18next";
import { ApprovalAnswer } from "./ApprovalAnswer";
import { CostAnswer } from "./CostAnswer";
import type { Step } from "./data";
import { QuestionAnswer } from "./QuestionAnswer";
import { TaskAnswer } from "./TaskAnswer";
import { WaitAnswer } from "./WaitAnswer";

/** What the viewer answers a step with; nothing where it is not theirs to answer. */
export function StepAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  if (step.state !== "open" || !step.actions?.includes("answer")) return null;
  switch (step.kind) {
    case "approval":
      return <ApprovalAnswer step={step} onDone={onDone} />;
    case "cost":
      return <CostAnswer step={step} onDone={onDone} />;
    case "question":
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
