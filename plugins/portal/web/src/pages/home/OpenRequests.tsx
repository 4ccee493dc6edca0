import { Tag } from "antd";
import { useTranslation } from "react-i18next";
import { matchRoute, useRouter } from "wouter";
import { routes } from "../../routes";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";
import { useOpenRequests } from "./catalog";

export function OpenRequests() {
  const { t } = useTranslation(["home", "words"]);
  const me = useMe();
  const { parser } = useRouter();
  const requests = useOpenRequests(me.username);
  const tickets = requests.data?.items ?? [];
  const hasList = routes.some((route) => matchRoute(parser, route.path, "/requests")[0]);
  return (
    <section className="card" aria-labelledby="open-requests">
      <h2 id="open-requests">{t("open")}</h2>
      {requests.isLoading && <Waiting />}
      {requests.error && <ProblemNotice problem={requests.error} onRetry={() => void requests.refetch()} />}
      {requests.data && tickets.length === 0 && <p className="quiet">{t("noOpen")}</p>}
      <ul className="open-requests">
        {tickets.map((ticket) => (
          <li key={ticket.number}>
            <Go to={`/tickets/${ticket.number}`} className="open-title">
              {ticket.title}
            </Go>
            <div className="open-facts quiet">
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
      {hasList && tickets.length > 0 && <Go to="/requests">{t("allRequests")}</Go>}
    </section>
  );
}
