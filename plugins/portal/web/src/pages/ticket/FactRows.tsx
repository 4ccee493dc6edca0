import type { ReactNode } from "react";

/** A name and what there is of it; without a value the row is left out. */
export type FactRow = [name: string, value: ReactNode];

/** Names and values, one row each. */
export function FactRows({ rows }: { rows: FactRow[] }) {
  return (
    <dl className="facts">
      {rows
        .filter(([, value]) => value)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
