import { useTranslation } from "react-i18next";
import { Moment } from "../../../time/Moment";
import type { Step, TicketEvent } from "../../ticket/data";
import { StepSaid } from "../../ticket/StepSaid";
import { sentenceOf, wordsOf, type Words } from "./sentence";

interface Props {
  event: TicketEvent;
  /** The step that it tells of. */
  step: Step | undefined;
  words: Words;
}

/** One entry of the log as a sentence; what only programs ask for is folded away. */
export function LogLine({ event, step, words }: Props) {
  const { t } = useTranslation("workbench");
  const { key, gaps } = sentenceOf(event, words);
  // A way of happening that came after this portal is told by its name.
  const sentence = t(`log.${key}`, { ...gaps, defaultValue: event.type });
  // An answer's words stand with the step, and there are more of them.
  const isAnswer = event.type === "step.settled" && step;
  return (
    <li>
      <span className="quiet">
        <Moment at={event.at} />
      </span>
      <div>
        <Actor of={event.actor} /> {sentence}
        {isAnswer ? <StepSaid step={step} /> : wordsOf(event).map((said, at) => <div key={at} className="progress-said">{said}</div>)}
        <details className="bench-raw">
          <summary>{t("log.details")}</summary>
          <pre tabIndex={0}>{JSON.stringify({ type: event.type, at: event.at, actor: event.actor, ...(event.origin ? { origin: event.origin } : {}), data: event.data }, null, 2)}</pre>
        </details>
      </div>
    </li>
  );
}

/** Who did it: a person by name, a machine by what it is. */
function Actor({ of: { type, name } }: { of: TicketEvent["actor"] }) {
  const { t } = useTranslation("workbench");
  const who = type === "person" ? name : type === "system" ? t("log.by.system") : t(`log.by.${type}`, { name });
  return <strong>{t("log.who", { name: who })}</strong>;
}
