import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "../../../shell/arrival";

/** The heading of a part of the rules, with what it is about; who has just come to it has the focus there. */
export function SectionHead({ name }: { name: string }) {
  const { t } = useTranslation("policy");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrival.isDue()) heading.current?.focus({ preventScroll: true });
  }, [name]);
  return (
    <div>
      <h2 ref={heading} tabIndex={-1} className="policy-heading">
        {t(`section.${name}`)}
      </h2>
      <p className="quiet">{t(`about.${name}`)}</p>
    </div>
  );
}
