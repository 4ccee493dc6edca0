import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Moment } from "../../time/Moment";
import type { Ticket } from "../ticket/data";
import { StatusTag } from "../ticket/StatusTag";
import { isToConfirm } from "./turn";
import { TurnTag } from "./TurnTag";

/** One request: what, where it stands, until when; and whether it is the viewer's turn. */
export function RequestLine({ ticket, mine }: { ticket: Ticket; mine: boolean }) {
  const { t } = useTranslation("requests");
  const me = useMe();
  const isOver = ticket.status === "closed";
  const due = isOver || ticket.status === "resolved" ? undefined : ticket.sla?.resolve_due;
  const isTurn = mine || isToConfirm(ticket);
  return (
    <Go to={`/tickets/${ticket.number}`} className={`request${isTurn ? " request-turn" : ""}`}>
      <span className="request-title">
        <strong>{ticket.title}</strong> <span className="quiet">{ticket.number}</span>
        {ticket.requested_for.username !== me.username && <span className="quiet"> · {t("for", { name: ticket.requested_for.name })}</span>}
      </span>
      <span className="request-status">
        {isTurn && <TurnTag ticket={ticket} />}
        <StatusTag ticket={ticket} />
      </span>
      <span className="request-headline">{ticket.headline}</span>
      <span className="request-when quiet">
        {due && (
          <span className={ticket.sla?.resolve_breached ? "request-late" : undefined}>
            {t("due")} <Moment at={due} />
          </span>
        )}
        {!due && (
          <>
            {isOver ? t("closedAt") : t("askedAt")} <Moment at={(isOver && ticket.closed_at) || ticket.created_at} />
          </>
        )}
      </span>
    </Go>
  );
}
