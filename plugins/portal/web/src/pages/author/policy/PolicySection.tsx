import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { arrival } from "../../../shell/arrival";
import { idOf, useBench } from "./bench";
import { Bare, Part } from "./Part";
import { isLarge, shapeOf, type Node } from "./schema";
import type { Section } from "./sections";
import { useWords } from "./words";

/** One part of the rules. */
export function PolicySection({ section }: { section: Section }) {
  const { t } = useTranslation("policy");
  const { schema, policy } = useBench();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrival.isDue()) heading.current?.focus({ preventScroll: true });
  }, [section.name]);
  const parts = section.keys.map((key) => [key, schema.properties?.[key] ?? {}] as const);
  const small = parts.filter(([, node]) => !isLarge(shapeOf(node)));
  const isRequired = (key: string) => schema.required?.includes(key) ?? false;
  return (
    <div className="policy-section">
      <div>
        <h2 ref={heading} tabIndex={-1} className="policy-heading">
          {t(`section.${section.name}`)}
        </h2>
        <p className="quiet">{t(`about.${section.name}`)}</p>
      </div>
      {small.length > 0 && (
        <div className="card policy-fields">
          {small.map(([key, node]) => (
            <Part key={key} node={node} place={[key]} name={key} value={policy[key]} isRequired={isRequired(key)} />
          ))}
        </div>
      )}
      {parts
        .filter((part) => !small.includes(part))
        .map(([key, node]) => (
          <Large key={key} name={key} node={node} value={policy[key]} isRequired={isRequired(key)} />
        ))}
    </div>
  );
}

function Large({ name, node, value, isRequired }: { name: string; node: Node; value: unknown; isRequired: boolean }) {
  const words = useWords();
  const { marks } = useBench();
  const id = idOf([name]);
  const help = words.help(name, node);
  const found = marks.get(id) ?? [];
  return (
    <section className="card policy-part" aria-labelledby={id}>
      <div>
        <h3 id={id} tabIndex={-1}>
          {words.label(name)}
        </h3>
        {help && <p className="policy-help quiet">{help}</p>}
        {found.length > 0 && <p className="policy-found">{found.join(" ")}</p>}
      </div>
      <Bare node={node} place={[name]} name={name} value={value} isRequired={isRequired} label={words.label(name)} />
    </section>
  );
}
