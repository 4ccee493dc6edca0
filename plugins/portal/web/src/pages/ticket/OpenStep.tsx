import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { api, once, type Schemas } from "../../api/client";
import { useMe } from "../../session/session";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Ago, Moment } from "../../time/Moment";
import { useAct } from "./act";
import type { Step } from "./data";
import { useStepText } from "./step-text";

/** A step that waits: for whom, since when, what would move it on and what comes by itself. */
export function OpenStep({ step, why }: { step: Step; why?: Schemas["StepWhy"] }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  const me = useMe();
  const whom = text.parties(step);
  // The desk speaks of everybody in the third person, also to themselves.
  const isOurs = step.for.groups.length === 0 && step.for.users.length === 1 && step.for.users[0]?.username === me.username;
  const urge = useAct(step.ticket, (_: undefined, key) =>
    api.POST("/api/v1/steps/{id}/urge", { params: { path: { id: step.id }, header: once(key) }, body: {} }),
  );
  return (
    <>
      <div>
        <strong>{text.name(step)}</strong>
        {whom && <> · {whom}</>}
      </div>
      <div className="quiet">
        {t("progress.since")} <Ago at={step.opened_at} />
        {step.due_at && (
          <>
            , {t("progress.dueAt")} <Moment at={step.due_at} />
          </>
        )}
      </div>
      {why && <div>{isOurs ? t("progress.yours") : t("progress.movesOn", { what: why.moves_on })}</div>}
      {why && why.next.length > 0 && (
        <ul className="progress-next quiet">
          {why.next.map((next) => (
            <li key={`${next.at} ${next.what}`}>
              <Moment at={next.at} />: {next.what}
            </li>
          ))}
        </ul>
      )}
      {step.actions?.includes("urge") && !step.actions.includes("answer") && !isOurs && (
        <Button size="small" loading={urge.isPending} disabled={urge.isSuccess} onClick={() => urge.mutate(undefined)}>
          {urge.isSuccess ? t("progress.urged") : t("progress.urge")}
        </Button>
      )}
      {urge.error && <ProblemNotice problem={urge.error} />}
    </>
  );
}
