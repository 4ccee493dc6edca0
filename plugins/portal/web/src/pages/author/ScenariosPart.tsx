import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { PlaceLink, type Ways } from "./PlaceLink";
import type { Tried } from "./scenarios";
import { TrialCoverage } from "./TrialCoverage";

interface Props {
  /** The editor of their text; nothing where none is begun. */
  editor: ReactNode;
  onBegin: (() => void) | undefined;
  onRun: () => void;
  busy: boolean;
  problem: unknown;
  tried: Tried | undefined;
  /** Whether the texts are others now than those that were tried. */
  isOld: boolean;
  ways: Ways;
}

/** The scenarios of a workflow: their text, and what comes of them under the draft. */
export function ScenariosPart({ editor, onBegin, onRun, busy, problem, tried, isOld, ways }: Props) {
  const { t } = useTranslation("author");
  return (
    <>
      {editor ?? (
        <div>
          <p>{t("scenarios.none")}</p>
          {onBegin && <Button onClick={onBegin}>{t("scenarios.begin")}</Button>}
        </div>
      )}
      <div className="buttons scenarios-run">
        <Button type="primary" loading={busy} onClick={onRun}>
          {t("scenarios.run")}
        </Button>
      </div>
      {problem != null && <ProblemNotice problem={problem} onRetry={onRun} />}
      {tried && (
        <section aria-labelledby="tried" className="trial">
          <h2 id="tried">{t("scenarios.title")}</h2>
          {isOld && <p className="quiet">{t("scenarios.old")}</p>}
          {tried.trial ? <Results trial={tried.trial} ways={ways} /> : <p role="status">{t("scenarios.faulty")}</p>}
          {!tried.trial && tried.faults.map((fault, at) => <FaultLine key={at} fault={fault} ways={ways} />)}
        </section>
      )}
    </>
  );
}

function Results({ trial, ways }: { trial: Schemas["Trial"]; ways: Ways }) {
  const { t } = useTranslation("author");
  const { passed, failed, results, not_run: left, coverage } = trial;
  if (results.length === 0) return <p role="status">{t("scenarios.nothing")}</p>;
  return (
    <>
      <p role="status">
        {t("scenarios.passedCount", { count: passed })} {failed > 0 && t("scenarios.failedCount", { count: failed })}
      </p>
      <ul className="trial-results">
        {results.map((result) => (
          <li key={`${result.file} ${result.name}`} className={result.passed ? "trial-passed" : "trial-failed"}>
            <strong>{result.passed ? t("scenarios.passed") : t("scenarios.failed")}</strong> {result.name}
            {!result.passed && (result.fault ? <FaultLine fault={result.fault} ways={ways} /> : <p>{result.message}</p>)}
          </li>
        ))}
      </ul>
      {left.length > 0 && <p>{t("scenarios.notRun", { names: left.join(", ") })}</p>}
      {coverage && <TrialCoverage coverage={coverage} ways={ways} />}
    </>
  );
}

function FaultLine({ fault, ways }: { fault: Schemas["Fault"]; ways: Ways }) {
  return (
    <p>
      <PlaceLink place={fault} ways={ways} /> {fault.message}
      {fault.hint && <span className="quiet"> — {fault.hint}</span>}
    </p>
  );
}
