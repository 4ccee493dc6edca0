import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { Go } from "../../shell/Go";

/** The same in a sentence: whether any ticket cannot go on, and where all of them stay. */
export function usePlanSentence(): (plan: Schemas["Plan"]) => string {
  const { t } = useTranslation("author");
  return ({ unchanged, further, diverging }) => {
    const able = unchanged + further.length;
    if (diverging.length > 0) return t("plan.stay", { count: diverging.length });
    return able > 0 ? t("plan.all", { count: able }) : t("plan.noTickets");
  };
}

/** What a new script would mean for the tickets that are open. */
export function PlanVerdict({ plan }: { plan: Schemas["Plan"] }) {
  const { t } = useTranslation("author");
  const { unchanged, further, diverging } = plan;
  return (
    <div className="verdict">
      {unchanged > 0 && <p className="verdict-good">{t("plan.unchanged", { count: unchanged })}</p>}
      {further.length > 0 && (
        <>
          <p>{t("plan.further", { count: further.length })}</p>
          <ul>
            {further.map(({ number, steps }) => (
              <li key={number}>
                <Go to={`/tickets/${number}`}>{number}</Go>: {steps.length > 0 ? steps.join(", ") : t("plan.ends")}
              </li>
            ))}
          </ul>
        </>
      )}
      {diverging.length > 0 && (
        <>
          <p className="verdict-bad">{t("plan.diverging", { count: diverging.length })}</p>
          <ul>
            {diverging.map(({ number, line, reason }) => (
              <li key={number}>
                <Go to={`/tickets/${number}`}>{number}</Go>: {reason}
                {line > 0 && ` (${t("plan.line", { line })})`}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
