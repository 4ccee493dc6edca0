import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAnswer } from "./answer";
import type { Step } from "./data";

export function WaitAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  const answer = useAnswer(step, onDone);
  return (
    <div className="answer">
      <Button loading={answer.isPending} onClick={() => answer.mutate({ outcome: "skipped" })}>
        {t("answer.endWait")}
      </Button>
      {answer.error && <ProblemNotice problem={answer.error} />}
    </div>
  );
}
