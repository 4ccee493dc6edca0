import { useMutation } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, once, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useKeyOf } from "../../api/key-of";
import type { Entry } from "./inbox-data";
import { useRejectionCodes } from "./reasons";

type Results = Schemas["BulkResults"];

interface Props {
  chosen: Entry[];
  onClear: () => void;
  /** Ids of those that were answered. */
  onDone: (ids: string[]) => void;
}

/** Many approvals, or many cost confirmations, with one answer; each is on record by itself. */
export function Bulk({ chosen, onClear, onDone }: Props) {
  const { t } = useTranslation("inbox");
  const codes = useRejectionCodes();
  const [rejects, setRejects] = useState(false);
  const [comment, setComment] = useState("");
  const [results, setResults] = useState<{ steps: Entry[]; said: Results }>();
  const keyOf = useKeyOf();
  const isCost = chosen[0]?.kind === "cost";
  const run = useMutation({
    mutationFn: (wish: { outcome: string; code?: string; comment?: string }) => {
      const body = { ...wish, steps: chosen.map((step) => step.id) };
      return got(api.POST("/api/v1/steps/bulk-answer", { params: { header: once(keyOf(body)) }, body }));
    },
    onSuccess: (said) => {
      setResults({ steps: chosen, said });
      setRejects(false);
      setComment("");
      onDone(said.items.filter((one) => one.status < 300).map((one) => one.of));
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["inbox"] });
      void queries.invalidateQueries({ queryKey: ["ticket"] });
    },
  });
  return (
    <>
      {chosen.length > 0 && (
        <div className="bulk" role="group" aria-label={t("bulk.chosen", { count: chosen.length })}>
          <strong aria-live="polite">{t("bulk.chosen", { count: chosen.length })}</strong>
          <Button type="primary" loading={run.isPending && !rejects} onClick={() => run.mutate({ outcome: isCost ? "confirmed" : "approved" })}>
            {isCost ? t("bulk.confirm") : t("bulk.approve")}
          </Button>
          <Button danger disabled={run.isPending} onClick={() => (isCost ? run.mutate({ outcome: "declined" }) : setRejects(true))}>
            {isCost ? t("cost.decline") : t("reject.open")}
          </Button>
          <Button type="text" onClick={onClear}>
            {t("bulk.clear")}
          </Button>
          {run.error && !rejects && <ProblemNotice problem={run.error} />}
        </div>
      )}
      <Modal open={rejects} title={t("bulk.rejectTitle", { count: chosen.length })} footer={null} onCancel={() => setRejects(false)}>
        {run.error && <ProblemNotice problem={run.error} />}
        <Input.TextArea aria-label={t("reject.comment")} placeholder={t("reject.comment")} rows={1} value={comment} onChange={(event) => setComment(event.target.value)} />
        <p className="quiet hint">{t("reject.hint")}</p>
        <div className="chips">
          {codes.map(({ code, label }) => (
            <Button key={code} disabled={run.isPending} onClick={() => run.mutate({ outcome: "rejected", code, comment: comment.trim() || label })}>
              {label}
            </Button>
          ))}
        </div>
      </Modal>
      <Modal
        open={results !== undefined}
        title={results && t("bulk.results", { done: results.said.done, refused: results.said.refused })}
        onCancel={() => setResults(undefined)}
        footer={
          <Button type="primary" onClick={() => setResults(undefined)}>
            {t("bulk.close")}
          </Button>
        }
      >
        <ul className="bulk-results">
          {results?.said.items.map((one) => (
            <Result key={one.of} step={results.steps.find((step) => step.id === one.of)} problem={one.problem} />
          ))}
        </ul>
      </Modal>
    </>
  );
}

function Result({ step, problem }: { step: Entry | undefined; problem: Schemas["ProblemDocument"] | null | undefined }) {
  const { t } = useTranslation("inbox");
  if (!step) return null;
  return (
    <li>
      <strong>
        {`${step.ticket} ${step.on.title}`}
      </strong>{" "}
      {problem ? <span className="alarm">{problem.errors?.map((error) => error.message).join(" ") || problem.detail}</span> : <span className="good">{t("bulk.done")}</span>}
    </li>
  );
}
