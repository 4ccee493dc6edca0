import { idOf, useBench } from "./bench";
import { Bare, Part } from "./Part";
import { isLarge, shapeOf, type Node } from "./schema";
import { SectionHead } from "./SectionHead";
import type { Section } from "./sections";
import { useWords } from "./words";

/** One part of the rules. */
export function PolicySection({ section }: { section: Section }) {
  const { schema, policy } = useBench();
  const parts = section.keys.map((key) => [key, schema.properties?.[key] ?? {}] as const);
  const small = parts.filter(([, node]) => !isLarge(shapeOf(node)));
  const isRequired = (key: string) => schema.required?.includes(key) ?? false;
  return (
    <div className="policy-section">
      <SectionHead name={section.name} />
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
