import { useTranslation } from "react-i18next";
import { Moment } from "../../time/Moment";
import { useTime } from "../../time/time";
import { askedFields } from "./asked-fields";
import type { Step } from "./data";
import { answerOf } from "./step-answer";

/** What was written into the answer of a step, as far as the server tells it the viewer. */
export function StepSaid({ step }: { step: Step }) {
  const { t } = useTranslation("ticket");
  const time = useTime();
  const { texts, rest } = answerOf(step);
  const fields = askedFields(rest, step.form?.schema);
  return (
    <>
      {texts.map((text) => (
        <div key={text} className="progress-said">
          {text}
        </div>
      ))}
      {fields.length > 0 && (
        <dl className="facts progress-said">
          {fields.map(({ key, title, value, kind }) => (
            <div key={key}>
              <dt>{title}</dt>
              <dd>
                {kind === "yes" ? t("asked.yes") : kind === "no" ? t("asked.no") : kind === "moment" ? <Moment at={value} /> : kind === "date" ? time.day(`${value}T12:00:00Z`) : value}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
