import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";

/** What the check found, each a way to its place. */
export function Findings({ faults, onGo }: { faults: Schemas["Fault"][]; onGo: (fault: Schemas["Fault"]) => void }) {
  const { t } = useTranslation("author");
  return (
    <section aria-labelledby="findings" className="findings">
      <h2 id="findings">{t("findings.title")}</h2>
      <p role="status" className="quiet">
        {faults.length === 0 ? t("findings.none") : t("findings.count", { count: faults.length })}
      </p>
      <ul>
        {faults.map((fault, place) => (
          <li key={place} className={`finding finding-${fault.severity ?? "error"}`}>
            <button type="button" className="as-link" onClick={() => onGo(fault)}>
              {t("findings.place", { file: fault.file.split("/").at(-1), line: fault.line })}
            </button>{" "}
            <span className="unseen">{t(`findings.severity.${fault.severity ?? "error"}`)}: </span>
            {fault.message}
            {fault.hint && <span className="quiet"> — {fault.hint}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
