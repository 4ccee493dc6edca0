import { Alert, Button } from "antd";
import { Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/problem";
import { elsewhere } from "../../form/server-errors";
import { RequestForm } from "../../form/soon";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import type { Step } from "./data";
import { useStepForm } from "./step-form";

interface Props {
  step: Step;
  problem: unknown;
  busy: boolean;
  /** The first is sent with the form filled in; the others as it is. */
  buttons: { outcome: string; label: string }[];
  /** What is asked beside the form. */
  output?: Record<string, unknown>;
  onSend: (outcome: string, output: Record<string, unknown>) => void;
}

/** A step's form, if it has one, above the buttons that answer it. */
export function AnswerForm({ step, problem, busy, buttons, output = {}, onSend }: Props) {
  const { t } = useTranslation("ticket");
  const id = useId();
  const { wanted, form, problem: missing, isLoading, retry } = useStepForm(step);
  const [typed, setTyped] = useState<{ value: Record<string, unknown>; pruned: Record<string, unknown> }>({ value: {}, pruned: {} });
  const errors = problem instanceof Problem ? problem.errors : [];
  const others = form ? elsewhere(errors, "/output") : errors;
  const [first, ...rest] = buttons;

  if (wanted && isLoading) return <Waiting />;
  if (wanted && missing) return <ProblemNotice problem={missing} onRetry={retry} />;
  if (wanted && !form) return <Alert type="warning" showIcon title={t("answer.noForm")} description={t("answer.noFormDetail")} />;
  return (
    <>
      {form && (
        <Suspense fallback={<Waiting />}>
          <RequestForm
            id={id}
            schema={form.schema}
            uiSchema={form.uiSchema}
            value={typed.value}
            onChange={(value, pruned) => setTyped({ value, pruned })}
            errors={errors}
            at="/output"
            disabled={busy}
            onSubmit={(pruned) => first && onSend(first.outcome, { ...pruned, ...output })}
          />
        </Suspense>
      )}
      {!!problem && (errors.length === 0 || others.length > 0) && <ProblemNotice problem={problem} />}
      {others.length > 0 && (
        <ul className="field-error">
          {others.map((error) => (
            <li key={error.pointer}>{error.message}</li>
          ))}
        </ul>
      )}
      <div className="answer-buttons">
        {first && (
          <Button
            type="primary"
            loading={busy}
            {...(form ? { htmlType: "submit", form: id } : { onClick: () => onSend(first.outcome, output) })}
          >
            {first.label}
          </Button>
        )}
        {rest.map((button) => (
          <Button key={button.outcome} disabled={busy} onClick={() => onSend(button.outcome, {})}>
            {button.label}
          </Button>
        ))}
      </div>
    </>
  );
}
