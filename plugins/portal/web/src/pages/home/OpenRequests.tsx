import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";
import { isToConfirm } from "../requests/turn";
import { TurnTag } from "../requests/TurnTag";
import { useOpenRequests } from "./catalog";
import { LastBegun } from "./LastBegun";

/** The viewer's own requests: where each stands, and which wait for them. */
export function OpenRequests() {
  const { t } = useTranslation(["home", "words"]);
  const me = useMe();
  const { tickets, error, refetch } = useOpenRequests(me.username);
  return (
    <section className="card" aria-labelledby="open-requests">
      <h2 id="open-requests">{t("open")}</h2>
      <LastBegun />
      {!tickets && !error && <Waiting />}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {tickets?.length === 0 && <p className="quiet">{t("noOpen")}</p>}
      <ul className="open-requests">
        {tickets?.map(({ ticket, mine }) => (
          <li key={ticket.number}>
            <Go to={`/tickets/${ticket.number}`} className="open-title">
              {ticket.title}
            </Go>
            <div className="open-facts quiet">
              {(mine || isToConfirm(ticket)) && <TurnTag ticket={ticket} />}
              <Tag variant="outlined">{t(`words:status.${ticket.status}`)}</Tag>
              <span>{ticket.number}</span>
              <span>
                {t("changed")} <Ago at={ticket.updated_at} />
              </span>
            </div>
            {ticket.headline && <div className="open-headline">{ticket.headline}</div>}
          </li>
        ))}
      </ul>
      {tickets && tickets.length > 0 && <Go to="/requests">{t("allRequests")}</Go>}
    </section>
  );
}
