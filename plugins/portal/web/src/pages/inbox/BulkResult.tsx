import { Button } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import type { Entry } from "./inbox-data";

export interface BulkAnswered {
  steps: Entry[];
  said: Schemas["BulkResults"];
}

/** What came of many answers at once. It takes the focus: the buttons that were pressed are gone. */
export function BulkResult({ answered: { steps, said }, onClose }: { answered: BulkAnswered; onClose: () => void }) {
  const { t } = useTranslation("inbox");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [said]);
  return (
    <section className="bulk-result" aria-labelledby="bulk-result-title">
      <div className="answer-head">
        <h2 id="bulk-result-title" ref={heading} tabIndex={-1}>
          {t("bulk.results", { done: said.done, refused: said.refused })}
        </h2>
        <Button type="text" size="small" onClick={onClose}>
          {t("bulk.close")}
        </Button>
      </div>
      <ul className="bulk-results">
        {said.items.map((one) => (
          <Result key={one.of} step={steps.find((step) => step.id === one.of)} problem={one.problem} />
        ))}
      </ul>
    </section>
  );
}

function Result({ step, problem }: { step: Entry | undefined; problem: Schemas["ProblemDocument"] | null | undefined }) {
  const { t } = useTranslation("inbox");
  if (!step) return null;
  return (
    <li>
      <strong>{`${step.ticket} ${step.on.title}`}</strong>{" "}
      {problem ? <span className="alarm">{problem.errors?.map((error) => error.message).join(" ") || problem.detail}</span> : <span className="good">{t("bulk.done")}</span>}
    </li>
  );
}
