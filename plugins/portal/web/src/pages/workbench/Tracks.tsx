import { Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { useEvents, type Ticket } from "../ticket/data";
import { Progress } from "../ticket/Progress";
import { StepList } from "../ticket/StepList";

/** Its open steps, its way from beginning to end, and every entry of its log. */
export function Tracks({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const steps = ticket.around?.steps ?? [];
  const [tab, setTab] = useState(steps.length > 0 ? "steps" : "way");
  return (
    <section className="card" aria-label={t("tracks.title")}>
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={[
          {
            key: "steps",
            label: t("tracks.steps", { count: steps.length }),
            children: steps.length > 0 ? <StepList steps={steps} /> : <p className="quiet">{t("tracks.none")}</p>,
          },
          { key: "way", label: t("tracks.way"), children: <Progress ticket={ticket} /> },
          { key: "log", label: t("tracks.log"), children: <Log number={ticket.number} /> },
        ]}
      />
    </section>
  );
}

function Log({ number }: { number: string }) {
  const { t } = useTranslation("workbench");
  const events = useEvents(number);
  if (events.error) return <ProblemNotice problem={events.error} onRetry={() => void events.refetch()} />;
  if (!events.data) return <Waiting />;
  return (
    <ol className="bench-log" tabIndex={0} aria-label={t("tracks.log")}>
      {[...events.data].reverse().map((event) => (
        <li key={event.seq}>
          <span className="quiet">
            <Moment at={event.at} />
          </span>
          <strong>{event.actor.name}</strong>
          <code>{event.type}</code>
          <span className="quiet desk-cut">{brief(event.data)}</span>
        </li>
      ))}
    </ol>
  );
}

/** What short values the entry has; whole texts stand where they belong. */
function brief(data: Record<string, unknown>): string {
  return Object.entries(data)
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value) && String(value).length < 80)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(", ");
}
