import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "../../../shell/arrival";
import { Versions } from "../Versions";
import { path } from "./api";

interface Props {
  /** An earlier text becomes the one that is being written. */
  onTake: (text: string) => void;
  onRolledBack: () => void;
}

/** What the rules were before, and the way back. */
export function PolicyVersions({ onTake, onRolledBack }: Props) {
  const { t } = useTranslation("policy");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrival.isDue()) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className="policy-section">
      <div>
        <h2 ref={heading} tabIndex={-1} className="policy-heading">
          {t("section.versions")}
        </h2>
        <p className="quiet">{t("about.versions")}</p>
      </div>
      <Versions kind="file" name="policy" path={path} onTake={onTake} onRolledBack={onRolledBack} />
    </div>
  );
}
