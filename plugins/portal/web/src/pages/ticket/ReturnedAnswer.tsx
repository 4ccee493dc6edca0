import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useAnswer } from "./answer";
import { CorrectTicket } from "./CorrectTicket";
import { useTicket, type Step } from "./data";

/** A request that was sent back is put right, which sends it again, or is sent again as it is. */
export function ReturnedAnswer({ step, onDone }: { step: Step; onDone?: () => void }) {
  const { t } = useTranslation("ticket");
  const ticket = useTicket(step.ticket);
  const answer = useAnswer(step, onDone);
  return (
    <div className="answer">
      <div className="answer-buttons">
        {ticket.data?.actions.includes("change") && <CorrectTicket ticket={ticket.data} />}
        <Button loading={answer.isPending} onClick={() => answer.mutate({ outcome: "answered" })}>
          {t("correct.asIs")}
        </Button>
      </div>
      {answer.error && <ProblemNotice problem={answer.error} />}
    </div>
  );
}
