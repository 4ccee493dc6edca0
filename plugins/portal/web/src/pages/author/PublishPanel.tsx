import { Alert, App, Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import type { Files } from "./content";
import { changed } from "./drafts";
import { PlanVerdict, usePlanSentence } from "./PlanVerdict";
import { Overtaken, publish, type Wish } from "./publish";

interface Props {
  read: Wish["read"];
  files: Files;
  base: Files;
  plan: Schemas["Plan"] | undefined;
  onFaults: (faults: Schemas["Fault"][]) => void;
  onPublished: () => void;
  onDiscard: () => void;
  /** Goes on from what somebody else has published, keeping the texts typed here. */
  onRebase: (base: Files) => void;
  /** What that means, where it is not that theirs is replaced. */
  overtaken?: string;
  /** The texts with what is still being written into them; publishing waits for it. */
  settle?: () => Promise<Files>;
}

/** What would be published, why, and which open tickets go on under it. */
export function PublishPanel({ read, files, base, plan, onFaults, onPublished, onDiscard, onRebase, overtaken, settle }: Props) {
  const { t } = useTranslation("author");
  const { modal } = App.useApp();
  const sentence = usePlanSentence();
  const [note, setNote] = useState("");
  const [moves, setMoves] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const [done, setDone] = useState<Schemas["Publication"]>();
  const paths = changed(files, base);
  const moving = plan ? plan.unchanged + plan.further.length : 0;

  const send = async () => {
    setBusy(true);
    setProblem(undefined);
    setDone(undefined);
    try {
      const texts = settle ? await settle() : files;
      const publication = await publish({ read, files: texts, base, note, migrate: moves ? "matching" : "none" });
      setDone(publication);
      setNote("");
      onFaults(publication.warnings ?? []);
      if (!publication.proposal) onPublished();
    } catch (said) {
      if (said instanceof Problem && said.document?.faults) onFaults(said.document.faults);
      setProblem(said);
    } finally {
      setBusy(false);
    }
  };

  // What some tickets cannot go on with is not published by the way.
  const ask = () => {
    if (!plan || plan.diverging.length === 0) return void send();
    void modal.confirm({ title: t("plan.sure"), content: sentence(plan), okText: t("publish.publish"), onOk: () => void send() });
  };

  return (
    <section className="card publish" aria-labelledby="publish">
      <h2 id="publish">{t("publish.title")}</h2>
      {problem instanceof Overtaken ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t("publish.overtaken")}
          description={overtaken ?? t("publish.overtakenDetail")}
          action={<Button onClick={() => (setProblem(undefined), onRebase(problem.files))}>{t("publish.mineStays")}</Button>}
        />
      ) : (
        problem !== undefined && <ProblemNotice problem={problem} onRetry={() => void send()} />
      )}
      {done && <Published done={done} />}
      {paths.length === 0 ? (
        <p className="quiet">{t("publish.nothing")}</p>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask();
          }}
        >
          <p>
            {t("publish.changes")} <span className="paths">{paths.join(", ")}</span>
          </p>
          {plan && <Means plan={plan} />}
          <label htmlFor="note">{t("publish.note")}</label>
          <Input id="note" value={note} maxLength={500} onChange={({ target }) => setNote(target.value)} />
          {moving > 0 && (
            <Checkbox checked={moves} onChange={({ target }) => setMoves(target.checked)}>
              {t("publish.migrate", { count: moving })}
            </Checkbox>
          )}
          <div className="buttons">
            <Button type="primary" htmlType="submit" loading={busy}>
              {t("publish.publish")}
            </Button>
            <Button onClick={onDiscard} disabled={busy}>
              {t("publish.discard")}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

/** What it means for open tickets: in a sentence, and at length for who wants to know. */
function Means({ plan }: { plan: Schemas["Plan"] }) {
  const { t } = useTranslation("author");
  const sentence = usePlanSentence();
  const { unchanged, further, diverging } = plan;
  return (
    <section aria-labelledby="plan">
      <h3 id="plan" className="unseen">
        {t("plan.title")}
      </h3>
      <p role="status" className={diverging.length > 0 ? "verdict-bad" : undefined}>
        {sentence(plan)}
      </p>
      {unchanged + further.length + diverging.length > 0 && (
        <details>
          <summary>{t("plan.details")}</summary>
          <PlanVerdict plan={plan} />
        </details>
      )}
    </section>
  );
}

function Published({ done }: { done: Schemas["Publication"] }) {
  const { t } = useTranslation("author");
  const said = [
    done.migrated.length > 0 && t("publish.migrated", { count: done.migrated.length }),
    ...done.kept.map(({ number, reason }) => `${number}: ${reason}`),
  ].filter(Boolean);
  return <Alert type="success" showIcon role="status" title={done.proposal ? t("publish.proposed") : t("publish.done")} description={said.join(" ") || undefined} />;
}
