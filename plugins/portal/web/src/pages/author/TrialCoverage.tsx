import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { outcome } from "./PathGraph";
import { PlaceLink, type Ways } from "./PlaceLink";

/** How many ways the scenarios went, and those that none went. */
export function TrialCoverage({ coverage, ways }: { coverage: Schemas["TrialCoverage"]; ways: Ways }) {
  const { t } = useTranslation("author");
  const { taken, all, missing } = coverage;
  return (
    <>
      <h3 id="coverage">{t("scenarios.coverage")}</h3>
      <p>
        <meter aria-labelledby="coverage" min={0} max={Math.max(all, 1)} value={all === 0 ? 1 : taken} /> {t("scenarios.taken", { taken, all })}
      </p>
      {missing.length > 0 && (
        <>
          <p>{t("scenarios.missing")}</p>
          <ul>
            {missing.map((branch) => (
              <li key={`${branch.file} ${branch.line} ${branch.column} ${branch.what} ${branch.never}`}>
                <PlaceLink place={branch} ways={ways}>
                  {branch.what}
                </PlaceLink>{" "}
                <span className="quiet">{neverText(t, branch.never)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

/** The desk says `reached`, or the outcomes that never came. */
function neverText(t: TFunction<"author">, never: string): string {
  if (never === "reached") return t("scenarios.neverReached");
  const outcomes = never.split(" or ").map((name) => outcome(t, name));
  return t("scenarios.never", { outcomes: outcomes.join(", ") });
}
