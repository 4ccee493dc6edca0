import { useTranslation } from "react-i18next";
import { Button } from "antd";
import { api, once } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { useAct } from "./act";
import type { Step } from "./data";
import { StepAnswer } from "./StepAnswer";
import { useStepText } from "./step-text";

/** Steps one below the other, each with what the viewer may do to it. */
export function StepList({ steps }: { steps: Step[] }) {
  return (
    <ul className="step-list">
      {steps.map((step) => (
        <li key={step.id}>
          <StepLine step={step} />
        </li>
      ))}
    </ul>
  );
}

function StepLine({ step }: { step: Step }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  const claim = useAct(step.ticket, (_: undefined, key) =>
    api.POST("/api/v1/steps/{id}/claim", { params: { path: { id: step.id }, header: once(key) }, body: {} }),
  );
  const { show } = step.arguments as { show?: unknown };
  return (
    <>
      <h3>{text.name(step)}</h3>
      <p className="quiet">
        {step.state === "open" ? text.parties(step) : `${text.outcome(step)}${step.answered_by ? ` · ${step.answered_by.name}` : ""}`}
        {step.state === "open" && step.due_at && (
          <>
            {" · "}
            {t("progress.dueAt")} <Moment at={step.due_at} />
          </>
        )}
      </p>
      {step.text && <p className="step-said">{step.text}</p>}
      <Shown show={show} />
      {step.comment && <p className="step-said">{step.comment}</p>}
      {step.actions?.includes("claim") && (
        <Button size="small" loading={claim.isPending} onClick={() => claim.mutate(undefined)}>
          {t("claim")}
        </Button>
      )}
      {claim.error && <ProblemNotice problem={claim.error} />}
      <StepAnswer step={step} />
    </>
  );
}

/** What the workflow shows with the question. */
function Shown({ show }: { show: unknown }) {
  if (show === null || typeof show !== "object" || Array.isArray(show)) return null;
  return (
    <dl className="facts">
      {Object.entries(show).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{typeof value === "string" || typeof value === "number" ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
