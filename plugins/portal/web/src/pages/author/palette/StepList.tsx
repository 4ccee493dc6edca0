import { useTranslation } from "react-i18next";
import { may, useMe } from "../../../session/session";
import { families, type Kind } from "./kinds";

interface Props {
  /** The step that somebody has come back from. */
  from: Kind | undefined;
  onChoose: (kind: Kind) => void;
}

/** All steps, each with what it is for. */
export function StepList({ from, onChoose }: Props) {
  const { t } = useTranslation("palette");
  const me = useMe();
  // Who may not see the plugins cannot choose one of their functions.
  const isOffered = (kind: Kind) => kind !== "plugin" || may(me, "see_plugins");
  return Object.entries(families).map(([family, kinds]) => (
    <section key={family} aria-labelledby={`palette-${family}`}>
      <h3 id={`palette-${family}`}>{t(`family.${family}`)}</h3>
      <ul className="palette-steps">
        {kinds.filter(isOffered).map((kind) => (
          <li key={kind}>
            <button type="button" autoFocus={kind === from} onClick={() => onChoose(kind)}>
              <strong>{t(`kind.${kind}.name`)}</strong>
              <span className="quiet">{t(`kind.${kind}.about`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}
