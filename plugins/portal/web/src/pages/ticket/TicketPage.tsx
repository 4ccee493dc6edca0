import CopyOutlined from "@ant-design/icons/CopyOutlined";
import { Button } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useParams } from "wouter";
import { useMe } from "../../session/session";
import { Later } from "../../shell/Later";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { AskedFor } from "./AskedFor";
import { Attachments } from "./Attachments";
import { CancelTicket } from "./CancelTicket";
import { Conversation } from "./Conversation";
import { CorrectTicket } from "./CorrectTicket";
import { isAsker, useTicket, type Ticket } from "./data";
import { Ending } from "./Ending";
import { Notices } from "./Notices";
import { Progress } from "./Progress";
import { Rating } from "./Rating";
import { StatusTag } from "./StatusTag";
import { TicketFacts } from "./TicketFacts";
import { WatchTicket } from "./WatchTicket";
import { YourTurn } from "./YourTurn";
import "./ticket.css";

export { ticketAhead as ahead } from "./data";

export default function TicketPage() {
  const { t } = useTranslation("ticket");
  const { number = "" } = useParams<{ number: string }>();
  const ticket = useTicket(number);
  if (ticket.data) return <Whole ticket={ticket.data} problem={untold(ticket)} onRetry={() => void ticket.refetch()} />;
  return (
    <Page title={number}>
      {ticket.error ? <ProblemNotice problem={ticket.error} onRetry={() => void ticket.refetch()} /> : <Waiting />}
      <span className="unseen">{t("loading", { number })}</span>
    </Page>
  );
}

/** A ticket as who asked, and everybody else who may, sees it. */
function Whole({ ticket, problem, onRetry }: { ticket: Ticket; problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation("ticket");
  const way = useId();
  const me = useMe();
  const asks = isAsker(me, ticket);
  return (
    <Page title={ticket.title} actions={<Actions ticket={ticket} asks={asks} />}>
      <div className="ticket-head">
        <StatusTag ticket={ticket} />
        <span className="quiet">{ticket.number}</span>
        {ticket.headline && <span role="status">{ticket.headline}</span>}
      </div>
      {!!problem && <ProblemNotice problem={problem} onRetry={onRetry} />}
      <Notices ticket={ticket} />
      <div className="ticket">
        <div>
          <YourTurn ticket={ticket} />
          <Ending ticket={ticket} asks={asks} />
          <Rating ticket={ticket} />
          <section className="card" aria-labelledby={way}>
            <h2 id={way}>{t("progress.title")}</h2>
            <Progress ticket={ticket} />
          </section>
          <Conversation ticket={ticket} />
        </div>
        <div>
          <Later>
            <AskedFor ticket={ticket} />
            <TicketFacts ticket={ticket} />
            <Attachments ticket={ticket} />
          </Later>
        </div>
      </div>
    </Page>
  );
}

function Actions({ ticket, asks }: { ticket: Ticket; asks: boolean }) {
  const { t } = useTranslation("ticket");
  const [, go] = useLocation();
  const me = useMe();
  const may = (action: string) => ticket.actions.includes(action);
  return (
    <>
      {asks && (
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => go(`/catalog/${encodeURIComponent(ticket.item)}?like=${ticket.number}`)}>
          {t("askAgain")}
        </Button>
      )}
      {may("watch") && !asks && <WatchTicket ticket={ticket} />}
      {may("change") && asks && <CorrectTicket ticket={ticket} />}
      {may("cancel") && asks && <CancelTicket ticket={ticket} />}
      {me.staff && (
        <Button type="primary" onClick={() => go(`/desk/${ticket.number}`)}>
          {t("workbench")}
        </Button>
      )}
    </>
  );
}
