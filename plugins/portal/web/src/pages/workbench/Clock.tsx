import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Moment } from "../../time/Moment";
import { Due } from "../desk/list/Due";
import type { Ticket } from "../ticket/data";

/** The service level's clock: what is due next, and how the rest stands. */
export function Clock({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const { sla } = ticket;
  if (!sla) return null;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("clock.title", { name: sla.name })}</h2>
      <p className="bench-due">
        <Due ticket={ticket} />
      </p>
      <dl className="facts">
        {sla.respond_due && (
          <div>
            <dt>{t("clock.respond")}</dt>
            <dd className={sla.respond_breached ? "due-late" : undefined}>
              {sla.responded_at ? t("clock.responded") : ""} <Moment at={sla.responded_at ?? sla.respond_due} />
              {sla.respond_breached && ` · ${t("clock.late")}`}
            </dd>
          </div>
        )}
        {sla.resolve_due && (
          <div>
            <dt>{t("clock.resolve")}</dt>
            <dd className={sla.resolve_breached ? "due-late" : undefined}>
              <Moment at={sla.resolve_due} />
              {sla.resolve_breached && ` · ${t("clock.late")}`}
            </dd>
          </div>
        )}
        {!sla.started_at && (
          <div>
            <dt>{t("clock.start")}</dt>
            <dd>{t("clock.notYet")}</dd>
          </div>
        )}
      </dl>
    </section>
  );
}
