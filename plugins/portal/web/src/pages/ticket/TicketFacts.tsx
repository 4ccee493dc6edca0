import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../../api/names";
import { money } from "../../text/money";
import { Go } from "../../shell/Go";
import { Moment } from "../../time/Moment";
import type { Ticket } from "./data";
import { FactRows, type FactRow } from "./FactRows";

/** Who, when, how much: what is known of a ticket beside its way. */
export function TicketFacts({ ticket, children }: { ticket: Ticket; children?: ReactNode }) {
  const { t, i18n } = useTranslation(["ticket", "words"]);
  const heading = useId();
  const names = useNames();
  const { cost, sla } = ticket;
  const worth = (amount: string) => (cost ? money({ amount, currency: cost.currency }, i18n.language) : amount);
  const asksForOther = ticket.requested_for.username !== ticket.requester.username;
  const typedByOther = ticket.opened_by.username !== ticket.requester.username;
  const facts: FactRow[] = [
    [t("facts.kind"), t(`words:kind.${ticket.kind}`)],
    [t("facts.requester"), ticket.requester.name],
    [t("facts.requestedFor"), asksForOther && ticket.requested_for.name],
    [t("facts.openedBy"), typedByOther && ticket.opened_by.name],
    [t("facts.owner"), ticket.owner?.name],
    [t("facts.assignee"), ticket.assignee?.name],
    [t("facts.group"), ticket.group && names.group(ticket.group)],
    [t("facts.priority"), ticket.priority],
    [t("facts.stage"), ticket.stage],
    [t("facts.location"), ticket.location],
    [t("facts.neededBy"), ticket.needed_by && <Moment at={ticket.needed_by} />],
    [t("facts.created"), <Moment key="created" at={ticket.created_at} />],
    [t("facts.respondDue"), sla?.respond_due && !sla.responded_at && <Late at={sla.respond_due} late={sla.respond_breached} />],
    [t("facts.resolveDue"), sla?.resolve_due && <Late at={sla.resolve_due} late={sla.resolve_breached} />],
    [t("facts.estimated"), cost?.estimated && worth(cost.estimated)],
    [t("facts.confirmed"), cost?.confirmed && worth(cost.confirmed)],
    [t("facts.actual"), cost?.actual && worth(cost.actual)],
    [t("facts.resolved"), ticket.resolved_at && <Moment at={ticket.resolved_at} />],
    [t("facts.closed"), ticket.closed_at && <Moment at={ticket.closed_at} />],
    [t("facts.rating"), ticket.rating && t("facts.stars", { count: ticket.rating.score })],
  ];
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("facts.title")}</h2>
      <FactRows rows={facts} />
      <Links ticket={ticket} />
      {children}
    </section>
  );
}

function Late({ at, late }: { at: string; late: boolean }) {
  const { t } = useTranslation("ticket");
  return (
    <>
      <Moment at={at} />
      {late && <strong className="fact-late"> {t("facts.late")}</strong>}
    </>
  );
}

const tickets = new Set(["caused_by", "causes", "relates_to", "parent_of", "child_of", "duplicates", "duplicated_by", "follows", "followed_by"]);

function Links({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  if (!ticket.links || ticket.links.length === 0) return null;
  return (
    <dl className="facts">
      {ticket.links.map((link) => (
        <div key={`${link.type} ${link.to}`}>
          <dt>{t(`link.${link.type}`, { defaultValue: link.type })}</dt>
          <dd>{tickets.has(link.type) ? <Go to={`/tickets/${link.to}`}>{[link.to, link.title].filter(Boolean).join(" ")}</Go> : link.to}</dd>
        </div>
      ))}
    </dl>
  );
}
