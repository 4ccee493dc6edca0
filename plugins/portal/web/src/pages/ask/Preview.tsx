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
import { PathSteps } from "./PathSteps";
import { decides, yesses } from "./summary";
import { tellCurrency } from "./currency";
import { usePreview } from "./usePreview";

interface Props {
  item: string;
  schema: object;
  form: FormValue;
  requestedFor?: string;
  /** For whom it is has yet to be settled: the desk is being asked, or has refused them. */
  whom: "settled" | "asked" | "refused";
}

/** Before anything is sent: who has to say yes, what it costs, what follows, when it is due. */
export default function Preview({ item, schema, form, requestedFor, whom }: Props) {
  const { t, i18n } = useTranslation("ask");
  const heading = useId();
  const { preview, isWhole } = usePreview(item, schema, form, requestedFor);
  const [withRare, setWithRare] = useState(false);
  // What another person's request would come to is nothing that this one would.
  const isOf = whom !== "refused";
  const isSure = isWhole && whom === "settled";
  const seen = isOf ? preview.data : undefined;
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
      {!isOf && <p>{t("preview.unsettled")}</p>}
      {isOf && !isWhole && <p className="quiet">{t("preview.incomplete")}</p>}
      {/* On behalf of whom one may not ask, the field for it says. */}
      {isSure && preview.error && !(isForbidden && requestedFor) && (
        <ProblemNotice problem={preview.error} onRetry={isForbidden ? undefined : () => void preview.refetch()} />
      )}
      <Summary seen={isSure && !preview.isFetching && !preview.error ? seen : undefined} />
      {seen && (
        <div className={isSure ? undefined : "preview-old"}>
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
          <PathSteps steps={sure.filter(decides)} none={t("preview.nobody")} />
          <h3>{t("preview.follows")}</h3>
          <PathSteps steps={sure.filter((step) => !decides(step))} none={t("preview.nothing")} />
          {rare.length > 0 && (
            <>
              <Button type="link" aria-expanded={withRare} className="preview-more" onClick={() => setWithRare(!withRare)}>
                {t("preview.rare", { count: rare.length })}
              </Button>
              {withRare && <PathSteps steps={rare} none="" />}
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
