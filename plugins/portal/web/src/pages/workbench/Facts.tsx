import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useNames } from "../../api/names";
import { money } from "../../text/money";
import { Moment } from "../../time/Moment";
import type { Ticket } from "../ticket/data";
import { FactRows, type FactRow } from "../ticket/FactRows";

/** Who works on it, how urgent it is, how it ended: short lines for staff. */
export function Facts({ ticket }: { ticket: Ticket }) {
  const { t, i18n } = useTranslation(["workbench", "words"]);
  const heading = useId();
  const names = useNames();
  const { cost, knowledge, follow_up: call, handed_back: back, raised, better_way: way } = ticket;
  const worth = (amount: string) => money({ amount, currency: cost?.currency ?? "" }, i18n.language);
  const facts: FactRow[] = [
    [t("facts.owner"), ticket.owner && `${ticket.owner.name}${ticket.owner_group ? ` (${names.group(ticket.owner_group)})` : ""}`],
    [t("facts.assignee"), ticket.assignee?.name],
    [t("facts.group"), ticket.group && names.group(ticket.group)],
    [t("facts.level"), ticket.escalation_level > 0 && String(ticket.escalation_level)],
    [t("facts.raised"), raised && raised.reason],
    [t("facts.back"), back && `${back.reason} → ${back.suggestion}`],
    [t("facts.kind"), `${t(`words:kind.${ticket.kind}`)} · ${ticket.item}`],
    [t("facts.stage"), ticket.stage],
    [t("facts.urgent"), `${names.impact(ticket.impact)} × ${names.urgency(ticket.urgency)}`],
    [t("facts.override"), ticket.priority_override && `${ticket.priority_override.by.name}: ${ticket.priority_override.reason}`],
    [t("facts.place"), [ticket.location, ticket.on_site && t("facts.onSite")].filter(Boolean).join(" · ")],
    [t("facts.services"), ticket.services.join(", ")],
    [t("facts.tags"), ticket.tags.join(", ")],
    [t("facts.neededBy"), ticket.needed_by && <Moment at={ticket.needed_by} />],
    [t("facts.cost"), cost && [cost.actual ?? cost.confirmed ?? cost.estimated].flatMap((amount) => (amount ? worth(amount) : [])).join()],
    [t("facts.created"), <Moment key="created" at={ticket.created_at} />],
    [t("facts.confidential"), ticket.restricted_to],
    [t("facts.resolution"), ticket.resolution],
    [t("facts.closure"), [ticket.closure_code && t(`words:closure.${ticket.closure_code}`), ticket.closure_reason].filter(Boolean).join(" · ")],
    [t("facts.betterWay"), way && way.text],
    [t("facts.knowledge"), knowledge && t(`desk:choice.${knowledge.decision}`)],
    [t("facts.followUp"), call && (call.due ? t("facts.callDue", { count: call.attempts }) : call.reached ? t("facts.reached") : t("facts.callDue", { count: call.attempts }))],
    [t("facts.rating"), ticket.rating && `${ticket.rating.score}/5 ${ticket.rating.text ?? ""}`],
    [t("facts.remarks"), ticket.remarks],
  ];
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t("facts.title")}</h2>
      <FactRows rows={facts} />
    </section>
  );
}
