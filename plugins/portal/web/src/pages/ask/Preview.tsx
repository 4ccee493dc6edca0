import { Button } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import type { FormValue } from "../../form/RequestForm";
import { Go } from "../../shell/Go";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { money } from "../../text/money";
import { Moment } from "../../time/Moment";
import { useSettled } from "../../time/settled";
import { useTime } from "../../time/time";
import { useStepText } from "../ticket/step-text";
import { useDuration } from "./duration";
import { decides, yesses } from "./summary";
import { tellCurrency } from "./currency";
import { usePreview } from "./usePreview";

type Step = Schemas["PreviewStep"];

interface Props {
  item: string;
  schema: object;
  form: FormValue;
  requestedFor?: string;
}

/** Before anything is sent: who has to say yes, what it costs, what follows, when it is due. */
export default function Preview({ item, schema, form, requestedFor }: Props) {
  const { t, i18n } = useTranslation("ask");
  const heading = useId();
  const { preview, isWhole } = usePreview(item, schema, form, requestedFor);
  const [withRare, setWithRare] = useState(false);
  const seen = preview.data;
  const steps = seen?.steps ?? [];
  const sure = steps.filter((step) => !step.when);
  const rare = steps.filter((step) => step.when);
  const isForbidden = preview.error instanceof Problem && preview.error.status === 403;
  const cost = seen?.cost;
  const worth = (amount: string) => (cost ? money({ amount, currency: cost.currency }, i18n.language) : amount);
  useEffect(() => tellCurrency(item, cost?.currency), [item, cost?.currency]);

  return (
    <aside className="card preview" aria-labelledby={heading} aria-busy={preview.isFetching}>
      <h2 id={heading}>{t("preview.title")}</h2>
      {!isWhole && <p className="quiet">{t("preview.incomplete")}</p>}
      {/* On behalf of whom one may not ask, the field for it says. */}
      {isWhole && preview.error && !(isForbidden && requestedFor) && (
        <ProblemNotice problem={preview.error} onRetry={isForbidden ? undefined : () => void preview.refetch()} />
      )}
      <Summary seen={isWhole && !preview.isFetching && !preview.error ? seen : undefined} />
      {seen && (
        <div className={isWhole ? undefined : "preview-old"}>
          <Known tickets={seen.known ?? []} />
          <h3>{t("preview.cost")}</h3>
          <p>
            {cost?.estimated && Number(cost.estimated) > 0 ? <strong>{worth(cost.estimated)}</strong> : t("preview.free")}
          </p>
          {cost && cost.lines.length > 0 && (
            <ul className="preview-steps">
              {cost.lines.map((line) => (
                <li key={line.text}>
                  {line.text}: {worth(line.amount)} {line.every && <span className="quiet">{t("preview.every", { every: line.every })}</span>}
                </li>
              ))}
            </ul>
          )}
          <h3>{t("preview.decide")}</h3>
          <Steps steps={sure.filter(decides)} none={t("preview.nobody")} />
          <h3>{t("preview.follows")}</h3>
          <Steps steps={sure.filter((step) => !decides(step))} none={t("preview.nothing")} />
          {rare.length > 0 && (
            <>
              <Button type="link" aria-expanded={withRare} className="preview-more" onClick={() => setWithRare(!withRare)}>
                {t("preview.rare", { count: rare.length })}
              </Button>
              {withRare && <Steps steps={rare} none="" />}
            </>
          )}
          {(seen.respond_due || seen.resolve_due) && <h3>{t("preview.when")}</h3>}
          {seen.respond_due && (
            <p>
              {t("preview.respond")} <Moment at={seen.respond_due} />
            </p>
          )}
          {seen.resolve_due && (
            <p>
              {t("preview.resolve")} <Moment at={seen.resolve_due} />
            </p>
          )}
        </div>
      )}
    </aside>
  );
}

/** Long enough after the last key that it is said once, and not in the midst of what is typed. */
const quiet = 1000;

/** The preview in a sentence, for who hears it. */
function Summary({ seen }: { seen: Schemas["PreviewView"] | undefined }) {
  const { t, i18n } = useTranslation("ask");
  const time = useTime();
  const said = useSettled(seen && inWords(seen), quiet);
  return (
    <p role="status" className="unseen">
      {said}
    </p>
  );

  function inWords({ cost, steps, resolve_due: due }: Schemas["PreviewView"]): string {
    const price = cost?.estimated && Number(cost.estimated) > 0 ? money({ amount: cost.estimated, currency: cost.currency }, i18n.language) : t("preview.free");
    const count = yesses(steps);
    return [price, count > 0 ? t("summary.yes", { count }) : t("summary.nobody"), due && t("summary.due", { at: time.day(due) })].filter(Boolean).join(", ");
  }
}

function Steps({ steps, none }: { steps: Step[]; none: string }) {
  const { t } = useTranslation("ask");
  const text = useStepText();
  const duration = useDuration();
  if (steps.length === 0) return <p className="quiet">{none}</p>;
  return (
    <ol className="preview-steps">
      {steps.map((step, place) => {
        const whom = text.parties(step);
        const needed = step.needed && step.needed > 1 ? t("preview.needed", { count: step.needed }) : undefined;
        const facts = [whom, needed, step.due_in && duration(step.due_in), step.when && t("preview.onlyIf", { when: step.when })];
        return (
          <li key={`${step.node}/${place}`}>
            {text.name(step)}
            <div className="quiet">{facts.filter(Boolean).join(" · ")}</div>
          </li>
        );
      })}
    </ol>
  );
}

/** What they have open of the same item: perhaps it is the same wish. */
function Known({ tickets }: { tickets: Schemas["KnownTicket"][] }) {
  const { t } = useTranslation(["ask", "words"]);
  if (tickets.length === 0) return null;
  return (
    <div className="known">
      <strong>{t("known.title")}</strong>
      <ul>
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <Go to={`/tickets/${ticket.number}`}>
              {ticket.number} {ticket.title}
            </Go>{" "}
            <span className="quiet">
              {t(`words:status.${ticket.status}`)}, <Moment at={ticket.created_at} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
