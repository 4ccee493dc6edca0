import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useNames } from "../../api/names";
import { useMe } from "../../session/session";
import { useStepText } from "../ticket/step-text";
import { useDuration } from "./duration";

type Step = Schemas["PreviewStep"];

/** Steps of the path that a request would take: what, by whom, how long they have. */
export function PathSteps({ steps, none }: { steps: Step[]; none: string }) {
  const { t } = useTranslation("ask");
  const me = useMe();
  const text = useStepText();
  const duration = useDuration();
  const names = useNames();
  if (steps.length === 0) return <p className="quiet">{none}</p>;

  const isCall = ({ kind }: Step) => kind === "plugin";
  const whom = ({ for: { users, groups } }: Step) => [
    ...users.map(({ username, name }) => (username === me.username ? t("preview.you", { name }) : name)),
    ...groups.map(names.group),
  ];
  const facts = (step: Step) => [
    whom(step).join(", "),
    step.needed && step.needed > 1 && t("preview.needed", { count: step.needed }),
    step.due_in && duration(step.due_in),
    step.when && t("preview.onlyIf", { when: step.when }),
    // The word of a script, which those know who write or mend one.
    isCall(step) && me.staff && step.name,
  ];
  return (
    <ol className="preview-steps">
      {steps.map((step, place) => (
        <li key={`${step.node}/${place}`}>
          {isCall(step) ? t("preview.automatic") : text.name(step)}
          <div className="quiet">{facts(step).filter(Boolean).join(" · ")}</div>
        </li>
      ))}
    </ol>
  );
}
