import { useMutation } from "@tanstack/react-query";
import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, newKey, once } from "../../api/client";
import { useProblemText } from "../../shell/ProblemNotice";
import { freshen, type StepAnswer } from "./answer";
import { useTicket, type Step } from "./inbox-data";

export interface Answered {
  step: Step;
  answer: StepAnswer;
}

/** What was just answered. A vote that has not settled the approval may be taken back. */
export function LastAnswer({ answered: { step, answer }, onTakenBack, onClose }: { answered: Answered; onTakenBack: (step: Step) => void; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const text = useProblemText();
  const ticket = useTicket(step.ticket).data;
  const withdraw = useMutation({
    mutationFn: () => got(api.POST("/api/v1/steps/{id}/withdraw", { params: { path: { id: step.id }, header: once(newKey()) }, body: {} })),
    onSuccess: (after) => onTakenBack(after),
    onSettled: () => freshen(step),
  });
  const canTakeBack = step.kind === "approval" && step.state === "open";
  const done = t(`answered.${answer.outcome}`, { defaultValue: t("answered.answered") });
  return (
    <Alert
      className="last-answer"
      type={withdraw.error ? "error" : "success"}
      showIcon
      role="status"
      closable={{ onClose, "aria-label": t("dismiss") }}
      title={withdraw.error ? text(withdraw.error) : `${done}: ${ticket?.title ?? step.name}, ${step.ticket}`}
      action={
        canTakeBack && (
          <Button size="small" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
            {t("takeBack")}
          </Button>
        )
      }
    />
  );
}
