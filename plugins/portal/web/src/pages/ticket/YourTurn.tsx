import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Ticket } from "./data";
import { StepList } from "./StepList";

/** What waits for the viewer, before everything else. */
export function YourTurn({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const heading = useId();
  const mine = ticket.around?.steps.filter((step) => step.actions?.includes("answer") || step.actions?.includes("claim")) ?? [];
  if (mine.length === 0) return null;
  return (
    <section className="card turn" aria-labelledby={heading}>
      <h2 id={heading}>{t("yourTurn")}</h2>
      <StepList steps={mine} />
    </section>
  );
}
