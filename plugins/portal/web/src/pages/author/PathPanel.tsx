import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { usePath, type Asked } from "./path";
import { PathGraph } from "./PathGraph";
import { PlaceLink, type Ways } from "./PlaceLink";
import { SamplePath } from "./SamplePath";

interface Props {
  asked: Asked;
  /** Whether the desk has found no fault in what is asked for. */
  isSound: boolean;
  /** Whether it has found one. */
  isFaulty: boolean;
  ways: Ways;
}

/** All ways through the script as it is being written, and what no way comes to. */
export function PathPanel({ asked, isSound, isFaulty, ways }: Props) {
  const { t } = useTranslation("author");
  const drafted = usePath(asked, asked.wish === undefined || isSound);
  // Without anything better the ways in force are there until the draft has some.
  const [last, setLast] = useState<Schemas["PreviewView"]>();
  const inForce = usePath({ ...asked, wish: undefined }, asked.wish !== undefined && last === undefined);
  useEffect(() => {
    if (drafted.data) setLast(drafted.data);
  }, [drafted.data]);

  const refused = drafted.error instanceof Problem && (drafted.error.document?.faults?.length ?? 0) > 0;
  const isBefore = asked.wish !== undefined && !drafted.data && (isFaulty || refused);
  const seen = drafted.data ?? last ?? inForce.data;
  const problem = refused ? undefined : (drafted.error ?? (seen ? undefined : inForce.error));
  const onPlace = ({ source, line, column }: Schemas["Place"]) => ways.to({ file: source, line, column });
  const again = () => void (drafted.error ? drafted.refetch() : inForce.refetch());
  return (
    <section className="card" aria-labelledby="path">
      <h2 id="path">{t("graph.title")}</h2>
      {isBefore && (
        <p className="path-before" role="status">
          {seen ? t("graph.before") : t("graph.faulty")}
        </p>
      )}
      {problem != null && <ProblemNotice problem={problem} onRetry={again} />}
      {!seen && !problem && !isBefore && <Waiting />}
      {seen && (
        <>
          <PathGraph graph={seen.graph} onPlace={onPlace} />
          <SamplePath steps={seen.steps} nodes={seen.graph.nodes} onPlace={onPlace} />
        </>
      )}
      {(seen?.not_reached?.length ?? 0) > 0 && (
        <>
          <h3>{t("graph.notReached")}</h3>
          <ul>
            {seen?.not_reached?.map(({ what, place }) => (
              <li key={`${place.source} ${place.line} ${place.column}`}>
                <PlaceLink place={{ ...place, file: place.source }} ways={ways}>
                  {what}
                </PlaceLink>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
