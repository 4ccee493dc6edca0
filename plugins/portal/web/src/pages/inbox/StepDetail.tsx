import { Alert, Button, Tag } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Ago, Moment } from "../../time/Moment";
import type { StepAnswer } from "./answer";
import { useAsker } from "./asker";
import { ApprovalAnswer } from "./ApprovalAnswer";
import { Colleagues } from "./Colleagues";
import { Decided } from "./Decided";
import { Differences } from "./Differences";
import { formFacts, shownFacts } from "./facts";
import { FactList, useMoney } from "./FactList";
import { argumentsOf, useItem, useTicket, type Step, type Ticket } from "./inbox-data";
import { useNames } from "./names";
import { differences, keepSeen, lastSeen, valuesOf, type Seen } from "./last-seen";
import { CostAnswer, QuestionAnswer, TaskAnswer } from "./OtherAnswers";
import { useStandsInFor } from "./stands-in";

interface Props {
  step: Step;
  /** Somebody else has settled it meanwhile. */
  gone: boolean;
  onAnswered: (after: Step, answer: StepAnswer) => void;
  onActed: (act: string, step: Step) => void;
  onNext: (() => void) | undefined;
  /** Where the focus goes when the card comes after another. */
  takesFocus: boolean;
}

/** One step: what is asked, by whom, why, what it costs, who decided before; and the answer. */
export function StepDetail({ step, gone, onAnswered, onActed, onNext, takesFocus }: Props) {
  const { t } = useTranslation("inbox");
  const ticket = useTicket(step.ticket);
  const item = useItem(ticket.data?.item);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) heading.current?.focus({ preventScroll: true });
  }, [takesFocus, step.id]);

  if (!ticket.data) {
    return ticket.error ? <ProblemNotice problem={ticket.error} onRetry={() => void ticket.refetch()} /> : <Waiting />;
  }
  const isCancelWish = ticket.data.cancel_wish?.step === step.id;
  const canAnswer = step.actions?.includes("answer") && !gone;
  const answers = { step, onAnswered };
  return (
    <article className="step-detail" aria-labelledby="step-title">
      <Head step={step} ticket={ticket.data} heading={heading} />
      <Changed step={step} ticket={ticket.data} item={item} isFresh={!ticket.isFetching} />
      {step.text && <p className="asked as-typed">{step.text}</p>}
      <Returned step={step} />
      <Shown step={step} ticket={ticket.data} item={item} />
      <Decided step={step} />
      {gone && (
        <Alert
          type="info"
          showIcon
          role="status"
          title={t("gone.title")}
          description={t("gone.detail")}
          action={onNext && <Button onClick={onNext}>{t("next")}</Button>}
        />
      )}
      {!gone && <Colleagues step={step} onDone={onActed} />}
      {canAnswer && step.kind === "approval" && <ApprovalAnswer {...answers} />}
      {canAnswer && step.kind === "cost" && <CostAnswer {...answers} />}
      {canAnswer && step.kind === "question" && <QuestionAnswer {...answers} isCancelWish={isCancelWish} />}
      {canAnswer && (step.kind === "task" || step.kind === "work") && <TaskAnswer {...answers} />}
      {canAnswer && !["approval", "cost", "question", "task", "work"].includes(step.kind) && (
        <p>
          <Go to={`/tickets/${step.ticket}`}>{t("onTicket")}</Go>
        </p>
      )}
    </article>
  );
}

function Head({ step, ticket, heading }: { step: Step; ticket: Ticket; heading: React.RefObject<HTMLHeadingElement | null> }) {
  const { t } = useTranslation("inbox");
  const money = useMoney();
  const amount = argumentsOf(step).amount ?? (ticket.cost?.estimated ? { amount: ticket.cost.estimated, currency: ticket.cost.currency } : undefined);
  const inPlaceOf = useStandsInFor(step);
  const asker = useAsker(step);
  const forOther = ticket.requested_for.username !== ticket.requester.username;
  return (
    <header>
      <div className="step-kind">
        <Tag>{t(`kind.${step.kind}`)}</Tag>
        <span className="quiet">
          {step.name}
          {step.about && `: ${step.about}`}
        </span>
        <Go to={`/tickets/${step.ticket}`} className="step-number">
          {step.ticket}
        </Go>
      </div>
      <div className="step-title">
        <h2 id="step-title" ref={heading} tabIndex={-1}>
          {ticket.title}
        </h2>
        {amount && Number(amount.amount) > 0 && <span className="price">{money(amount)}</span>}
      </div>
      <p className="quiet who">
        {asker && (asker.how === "returned" ? t("sentBackBy", { name: asker.name }) : t("askedBy", { name: asker.name }))}
        {!asker && (forOther ? t("askedFor", { by: ticket.requester.name, for: ticket.requested_for.name }) : t("askedBy", { name: ticket.requester.name }))}{" "}
        <Ago at={step.opened_at} />
        {step.due_at && (
          <>
            {" · "}
            {t("due")} <Moment at={step.due_at} />
          </>
        )}
      </p>
      {inPlaceOf && <p className="stands-in">{t("standsIn", { name: inPlaceOf })}</p>}
    </header>
  );
}

/** Keeps what is shown, and says what is another than the last time. */
function Changed({ step, ticket, item, isFresh }: { step: Step; ticket: Ticket; item: ReturnType<typeof useItem>; isFresh: boolean }) {
  const me = useMe();
  const [before, setBefore] = useState<Seen | undefined>(() => lastSeen(me.username, step));
  const changes = before ? differences(before.values, valuesOf(step, ticket)) : [];
  useEffect(() => {
    if (before || !isFresh) return;
    keepSeen(me.username, step, ticket);
    setBefore(lastSeen(me.username, step));
  }, [before, isFresh, me.username, step, ticket]);
  if (!before || changes.length === 0) return null;
  const understood = () => {
    keepSeen(me.username, step, ticket);
    setBefore(lastSeen(me.username, step));
  };
  return <Differences differences={changes} since={before.at} item={item} ticket={ticket} onUnderstood={understood} />;
}

/** Work that came back: by whom, why, and what they suggest. */
function Returned({ step }: { step: Step }) {
  const { t } = useTranslation("inbox");
  const { returns = [], reason } = argumentsOf(step);
  const last = returns.at(-1);
  const nameOf = useNames(last ? [last.by] : []);
  if (!last && !reason) return null;
  return (
    <Alert
      type="info"
      className="gap-below"
      title={last ? t("returned", { by: nameOf(last.by) }) : t("reason")}
      description={last ? `${last.reason} ${last.suggestion}` : reason}
    />
  );
}

/** What the step names comes first; the rest of the form is one tap away. */
function Shown({ step, ticket, item }: { step: Step; ticket: Ticket; item: ReturnType<typeof useItem> }) {
  const { t } = useTranslation("inbox");
  const shown = shownFacts(step, item);
  const whole = formFacts(ticket, item);
  const rest = whole.filter((fact) => !shown.some((other) => other.key === fact.key));
  const first = shown.length > 0 ? shown : rest;
  return (
    <section aria-label={t("facts")}>
      {ticket.description && <p className="as-typed">{ticket.description}</p>}
      <FactList facts={first} ticket={ticket} />
      {shown.length > 0 && rest.length > 0 && (
        <details className="more-facts">
          <summary>{t("moreFacts", { count: rest.length })}</summary>
          <FactList facts={rest} ticket={ticket} />
        </details>
      )}
      {(ticket.cost?.lines.length ?? 0) > 0 && <Lines ticket={ticket} />}
    </section>
  );
}

function Lines({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("inbox");
  const facts = (ticket.cost?.lines ?? []).map((line, at) => ({ key: String(at), label: t("costLine"), value: line, schema: undefined }));
  return <FactList facts={facts} ticket={ticket} />;
}
