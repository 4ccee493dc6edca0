import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { PlaceLink, type Ways } from "./PlaceLink";

interface Props {
  faults: Schemas["Fault"][];
  ways: Ways;
  /** Why the desk could not look at the texts. */
  problem: unknown;
  onRetry: () => void;
}

/** What the check found, each a way to its place. */
export function Findings({ faults, ways, problem, onRetry }: Props) {
  const { t } = useTranslation("author");
  return (
    <section aria-labelledby="findings" className="findings">
      <h2 id="findings">{t("findings.title")}</h2>
      {problem != null && <ProblemNotice problem={problem} onRetry={onRetry} />}
      <p role="status" className="quiet">
        {faults.length > 0 ? t("findings.count", { count: faults.length }) : problem == null && t("findings.none")}
      </p>
      <ul>
        {faults.map((fault, at) => (
          <li key={at} className={`finding finding-${fault.severity ?? "error"}`}>
            <PlaceLink place={fault} ways={ways} />{" "}
            <span className="finding-severity">{t(`findings.severity.${fault.severity ?? "error"}`)}: </span>
            {fault.message}
            {fault.hint && <span className="quiet"> — {fault.hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
