import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import { Later } from "../../shell/Later";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { OperationDialog } from "../desk/act/OperationDialog";
import type { Operation } from "../desk/act/operations";
import { Marks, Priority } from "../desk/list/columns";
import { AskedFor } from "../ticket/AskedFor";
import { Attachments } from "../ticket/Attachments";
import { Conversation } from "../ticket/Conversation";
import { useTicket, type Ticket } from "../ticket/data";
import { Notices } from "../ticket/Notices";
import { StatusTag } from "../ticket/StatusTag";
import { WatchTicket } from "../ticket/WatchTicket";
import { ActionBar } from "./ActionBar";
import { Appointments } from "./Appointments";
import { Clock } from "./Clock";
import { Compose } from "./Compose";
import { Facts } from "./Facts";
import { KindFacts } from "./KindFacts";
import { Links } from "./Links";
import { People } from "./People";
import { Stuck } from "./Stuck";
import { Tracks } from "./Tracks";
import { Watchers } from "./Watchers";
import { WorkLog } from "./WorkLog";
import "../desk/desk.css";
import "../ticket/ticket.css";
import "./workbench.css";

export { ticketAhead as ahead } from "../ticket/data";

export default function WorkbenchPage() {
  const { t } = useTranslation("workbench");
  const { number = "" } = useParams<{ number: string }>();
  const ticket = useTicket(number);
  if (ticket.data) return <Bench key={ticket.data.number} ticket={ticket.data} problem={ticket.error} onRetry={() => void ticket.refetch()} />;
  return (
    <Page title={number}>
      {ticket.error ? <ProblemNotice problem={ticket.error} onRetry={() => void ticket.refetch()} /> : <Waiting />}
      <span className="unseen">{t("loading", { number })}</span>
    </Page>
  );
}

/** Everything that is known of a ticket beside what can be done to it. */
function Bench({ ticket, problem, onRetry }: { ticket: Ticket; problem: unknown; onRetry: () => void }) {
  const { t } = useTranslation("workbench");
  const [acting, setActing] = useState<Operation>();
  const may = (action: string) => ticket.actions.includes(action);
  return (
    <Page title={ticket.title} actions={may("watch") && <WatchTicket ticket={ticket} />}>
      <div className="bench-head">
        <strong>{ticket.number}</strong>
        <StatusTag ticket={ticket} />
        <Priority value={ticket.priority} />
        <Marks ticket={ticket} />
        <span role="status">{ticket.headline}</span>
      </div>
      <ActionBar ticket={ticket} onAct={setActing} />
      {!!problem && <ProblemNotice problem={problem} onRetry={onRetry} />}
      <Notices ticket={ticket} stuck={<Stuck ticket={ticket} onAct={setActing} />} />
      <div className="bench">
        <div className="bench-who">
          <People ticket={ticket} />
          <AskedFor ticket={ticket} />
          <Attachments ticket={ticket} />
        </div>
        <div className="bench-main">
          <Conversation ticket={ticket} compose={may("comment") ? <Compose ticket={ticket} /> : <p className="quiet">{t("noWord")}</p>} />
          <Later>
            <Tracks ticket={ticket} />
          </Later>
        </div>
        <div className="bench-what">
          <Clock ticket={ticket} />
          <Facts ticket={ticket} />
          <Later>
            <KindFacts ticket={ticket} />
            <Links ticket={ticket} />
            <WorkLog ticket={ticket} />
            <Appointments ticket={ticket} />
            <Watchers ticket={ticket} />
          </Later>
        </div>
      </div>
      {acting && <OperationDialog key={acting.name} operation={acting} tickets={[ticket]} onClose={() => setActing(undefined)} onDone={() => {}} />}
    </Page>
  );
}
