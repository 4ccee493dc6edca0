import CheckCircleFilled from "@ant-design/icons/CheckCircleFilled";
import ClockCircleOutlined from "@ant-design/icons/ClockCircleOutlined";
import CloseCircleFilled from "@ant-design/icons/CloseCircleFilled";
import { useState } from "react";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { Moment } from "../../time/Moment";
import { isOpen, useAhead, useEvents, useExplanation, useSteps, type Step, type Ticket } from "./data";
import { EventWords } from "./EventWords";
import { OpenStep } from "./OpenStep";
import { progress, type Entry } from "./progress-entries";
import { StepSaid } from "./StepSaid";
import { useStepText } from "./step-text";
import "./progress.css";

/** The way of a ticket: what has happened, what it waits for and why, what is still to come. */
export function Progress({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const me = useMe();
  const steps = useSteps(ticket.number);
  const events = useEvents(ticket.number);
  const explanation = useExplanation(ticket.number);
  const ahead = useAhead(me, ticket);
  const [withRare, setWithRare] = useState(false);

  const problem = untold(steps) ?? untold(events);
  if (problem) {
    const again = () => void Promise.all([steps.refetch(), events.refetch()]);
    return <ProblemNotice problem={problem} onRetry={again} />;
  }
  if (!steps.data || !events.data) return <Waiting tall />;

  const entries = progress(ticket, steps.data, events.data, ahead.data?.steps ?? []);
  const rare = entries.filter((entry) => entry.phase === "ahead" && entry.next.when);
  const shown = entries.filter((entry) => withRare || !rare.includes(entry));
  const why = new Map(explanation.data?.steps.map((step) => [step.step, step]));
  const due = ticket.sla?.resolve_due ?? ahead.data?.resolve_due;

  return (
    <>
      <ol className="progress">
        {shown.map((entry) => (
          <li key={entry.key} className={`progress-${entry.phase}${isBad(entry) ? " progress-bad" : ""}`}>
            <Mark entry={entry} />
            <div className="progress-text">
              {entry.phase === "now" ? <OpenStep step={entry.step} why={why.get(entry.step.id)} /> : <Told entry={entry} />}
            </div>
          </li>
        ))}
        {isOpen(ticket) && due && (
          <li className="progress-ahead">
            <ClockCircleOutlined aria-hidden />
            <div className="progress-text">
              {t("progress.due")} <Moment at={due} />
            </div>
          </li>
        )}
      </ol>
      {rare.length > 0 && (
        <Button type="link" className="progress-more" onClick={() => setWithRare(!withRare)}>
          {withRare ? t("progress.lessRare") : t("progress.rare", { count: rare.length })}
        </Button>
      )}
    </>
  );
}

function Mark({ entry }: { entry: Entry }) {
  const { t } = useTranslation("ticket");
  const phase = <span className="unseen">{t(`progress.${entry.phase}`)}: </span>;
  if (entry.phase !== "past") return <span className="progress-dot">{phase}</span>;
  const Icon = isBad(entry) ? CloseCircleFilled : CheckCircleFilled;
  return (
    <span>
      {phase}
      <Icon aria-hidden />
    </span>
  );
}

const bad = new Set(["rejected", "declined", "failed", "expired", "refused", "returned"]);

function isBad(entry: Entry): boolean {
  if (entry.phase !== "past") return false;
  if ("event" in entry) return entry.event.type === "ticket.cancelling";
  return bad.has(entry.step.outcome ?? "") || entry.step.state === "cancelled";
}

function Told({ entry }: { entry: Entry }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  if (entry.phase === "now") return null;
  if (entry.phase === "ahead") {
    const whom = text.parties(entry.next);
    return (
      <>
        <div>{text.name(entry.next)}</div>
        {(whom || entry.next.when) && (
          <div className="quiet">
            {[whom, entry.next.when && t("progress.when", { when: entry.next.when })].filter(Boolean).join(" · ")}
          </div>
        )}
      </>
    );
  }
  if ("event" in entry) {
    const { actor, type } = entry.event;
    return (
      <>
        <div>{t(`event.${type}`, { defaultValue: type })}</div>
        <div className="quiet">
          {actor.type === "person" && `${actor.name}, `}
          <Moment at={entry.at} />
        </div>
        <EventWords event={entry.event} />
      </>
    );
  }
  return <Settled step={entry.step} at={entry.at} />;
}

function Settled({ step, at }: { step: Step; at: string }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  const by = step.answered_by?.name;
  return (
    <>
      <div>
        {text.name(step)}: <strong>{text.outcome(step)}</strong>
      </div>
      <div className="quiet">
        {by && `${step.on_behalf_of ? t("progress.standingIn", { by, for: step.on_behalf_of.name }) : by}, `}
        <Moment at={at} />
      </div>
      <StepSaid step={step} />
    </>
  );
}
