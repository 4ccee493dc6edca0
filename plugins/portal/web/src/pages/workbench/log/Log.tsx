import { useTranslation } from "react-i18next";
import { usePeopleNames } from "../../../people/names";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { useTime } from "../../../time/time";
import { useEvents, useSteps, type Step, type Ticket, type TicketEvent } from "../../ticket/data";
import { useStepText } from "../../ticket/step-text";
import { LogLine } from "./LogLine";
import { usernamesIn } from "./people";
import type { Words } from "./sentence";

/** Every entry of a ticket's log, the last first. */
export function Log({ ticket: { number } }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const events = useEvents(number);
  const steps = useSteps(number);
  const words = useWords(events.data ?? []);
  if (events.error) return <ProblemNotice problem={events.error} onRetry={() => void events.refetch()} />;
  if (!events.data) return <Waiting />;
  const byId = new Map<unknown, Step>(steps.data?.map((step) => [step.id, step]));
  const stepOf = ({ data }: TicketEvent) => byId.get((data as { step?: unknown }).step);
  return (
    <ol className="bench-log" tabIndex={0} aria-label={t("tracks.log")}>
      {[...events.data].reverse().map((event) => (
        <LogLine key={event.seq} event={event} step={stepOf(event)} words={words} />
      ))}
    </ol>
  );
}

function useWords(events: TicketEvent[]): Words {
  const { t } = useTranslation(["workbench", "desk", "ticket", "words"]);
  const time = useTime();
  const text = useStepText();
  const person = usePeopleNames(events.flatMap(usernamesIn));
  const known: Record<string, (code: string) => string> = {
    closure: (code) => t(`words:closure.${code}`, { defaultValue: code }),
    link: (code) => t(`ticket:link.${code}`, { defaultValue: code }),
    column: (code) => t(`desk:column.${code}`, { defaultValue: t(`desk:field.${code}`, { defaultValue: t(`kindFact.${code}`, { defaultValue: code }) }) }),
  };
  return {
    person,
    moment: time.moment,
    step: text.name,
    outcome: (outcome) => t(`ticket:outcome.${outcome}`, { defaultValue: outcome }),
    word: (part, code) => known[part]?.(code) ?? code,
  };
}
