import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { usePath } from "./path";
import { PathGraph } from "./PathGraph";

interface Props {
  item: string;
  /** What is in force; nothing for an item that was never published. */
  version: string | undefined;
  filled: Record<string, unknown>;
  onPlace: (place: Schemas["Place"]) => void;
}

/** All ways through the published script, and what no way comes to. */
export function PathPanel({ item, version, filled, onPlace }: Props) {
  const { t } = useTranslation("author");
  const path = usePath(item, version, filled);
  return (
    <section className="card" aria-labelledby="path">
      <h2 id="path">{t("graph.title")}</h2>
      {version === undefined && <p className="quiet">{t("graph.unpublished")}</p>}
      {path.error && <ProblemNotice problem={path.error} onRetry={() => void path.refetch()} />}
      {path.isLoading && <Waiting />}
      {path.data && <PathGraph graph={path.data.graph} onPlace={onPlace} />}
      {(path.data?.not_reached?.length ?? 0) > 0 && (
        <>
          <h3>{t("graph.notReached")}</h3>
          <ul>
            {path.data?.not_reached?.map(({ what, place }) => (
              <li key={`${place.source} ${place.line} ${place.column}`}>
                <button type="button" className="as-link" onClick={() => onPlace(place)}>
                  {what}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
