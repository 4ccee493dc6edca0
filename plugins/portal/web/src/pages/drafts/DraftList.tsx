import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useBegun, type BegunThing } from "./begun";
import { DraftLine } from "./DraftLine";
import "./drafts.css";

interface Props {
  title: string;
  /** Said where there is none; without it there is then nothing to see. */
  none?: string;
  /** Which of them; all where it is left out. */
  only?: (thing: BegunThing) => boolean;
  className?: string;
}

/** What was begun and not sent, to go on with or to throw away; what was thrown away can be brought back. */
export function DraftList({ title, none, only = () => true, className }: Props) {
  const { t } = useTranslation("drafts");
  const heading = useId();
  const { things, error, refetch } = useBegun();
  // Thrown away here: their lines stay as long as the page, with the way back.
  const [gone, setGone] = useState<{ thing: BegunThing; data: unknown }[]>([]);
  const isGone = (thing: BegunThing) => gone.some((one) => one.thing.key === thing.key);
  const there = (things ?? []).filter((thing) => only(thing) && !isGone(thing));
  const lines = [...there, ...gone.map(({ thing }) => thing)].sort((a, b) => b.at.localeCompare(a.at));
  if (none === undefined && !error && lines.length === 0) return null;
  return (
    <section className={className} aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {!things && !error && <Waiting />}
      {error && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {things && lines.length === 0 && <p className="quiet">{none}</p>}
      <ul className="drafts">
        {lines.map((thing) => (
          <DraftLine
            key={thing.key}
            thing={thing}
            thrown={gone.find((one) => one.thing.key === thing.key)}
            onThrown={(data) => setGone((before) => [...before, { thing, data }])}
            onBack={() => setGone((before) => before.filter((one) => one.thing.key !== thing.key))}
          />
        ))}
      </ul>
      <p role="status" className="unseen">
        {gone.length > 0 && there.length === 0 && t("noneLeft")}
      </p>
    </section>
  );
}
