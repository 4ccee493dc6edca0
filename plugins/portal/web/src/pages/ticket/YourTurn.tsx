import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSteps, type Step, type Ticket } from "./data";
import { StepList } from "./StepList";
import { useStepText } from "./step-text";

/** What waits for the viewer, before everything else. */
export function YourTurn({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const mine = ticket.around?.steps.filter((step) => step.actions?.includes("answer") || step.actions?.includes("claim")) ?? [];
  const { left, keepPlace } = useLeft(mine);
  if (mine.length === 0 && !left) return null;
  return (
    <section className="card turn" aria-labelledby={mine.length > 0 ? heading : undefined} onFocusCapture={keepPlace}>
      {left && <Left key={left.id} ticket={ticket} step={left} />}
      {mine.length > 0 && (
        <>
          <h2 id={heading}>{t("yourTurn")}</h2>
          <StepList steps={mine} />
        </>
      )}
    </section>
  );
}

/** The step whose controls had the focus when it went: its line takes the focus over. */
function useLeft(mine: Step[]) {
  const place = useRef<Element>(null);
  const before = useRef(mine);
  const [left, setLeft] = useState<Step>();
  useEffect(() => {
    const gone = before.current.find((step) => !mine.some((other) => other.id === step.id));
    before.current = mine;
    if (!gone || place.current?.isConnected !== false || document.activeElement !== document.body) return;
    place.current = null;
    setLeft(gone);
  }, [mine]);
  return { left, keepPlace: (event: React.FocusEvent) => void (place.current = event.target) };
}

/** What came of a step that waited for the viewer a moment ago. */
function Left({ ticket, step }: { ticket: Ticket; step: Step }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  const line = useRef<HTMLParagraphElement>(null);
  const now = useSteps(ticket.number).data?.find((one) => one.id === step.id);
  useEffect(() => line.current?.focus(), []);
  return (
    <p ref={line} tabIndex={-1} role="status">
      {now && now.state !== "open" ? `${text.name(step)}: ${text.outcome(now)}` : t("turnOver", { name: text.name(step) })}
    </p>
  );
}
