import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useNodeText } from "./PathGraph";

interface Props {
  steps: Schemas["PreviewStep"][];
  nodes: Schemas["Node"][];
  onPlace: (place: Schemas["Place"]) => void;
}

/** Whom the form would ask that is filled in beside the builder, one after the other. */
export function SamplePath({ steps, nodes, onPlace }: Props) {
  const { t } = useTranslation("author");
  const called = useNodeText();
  if (steps.length === 0) return null;
  return (
    <details className="path-list">
      <summary>{t("graph.sample")}</summary>
      <p className="quiet">{t("graph.sampleHint")}</p>
      <ol>
        {steps.map((step, at) => {
          const node = nodes.find(({ id }) => id === step.node);
          const place = node?.place;
          const name = [step.name || called(node), step.about].filter(Boolean).join(": ");
          const about = [...step.for.users.map((user) => user.name), ...step.for.groups, step.due_in, step.when].filter(Boolean).join(" · ");
          return (
            <li key={at}>
              {place ? (
                <button type="button" className="as-link" onClick={() => onPlace(place)}>
                  {name}
                </button>
              ) : (
                <strong>{name}</strong>
              )}
              {about && <span className="quiet"> · {about}</span>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
