import { useMutation } from "@tanstack/react-query";
import { Button, Input, Modal } from "antd";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { queries } from "../../api/queries";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { useKeyOf } from "../../api/key-of";
import type { BulkAnswered } from "./BulkResult";
import { useMoney } from "./FactList";
import type { Entry } from "./inbox-data";
import { useRejection } from "./reasons";
import { totals } from "./totals";

interface Props {
  chosen: Entry[];
  onClear: () => void;
  /** The page keeps the result: this goes with the list when nothing is left in it. */
  onDone: (answered: BulkAnswered) => void;
}

/** Many approvals, or many cost confirmations, with one answer; each is on record by itself. */
export function Bulk({ chosen, onClear, onDone }: Props) {
  const { t } = useTranslation("inbox");
  const { codes, inWords } = useRejection();
  const [rejects, setRejects] = useState(false);
  const [comment, setComment] = useState("");
  const opener = useRef<HTMLButtonElement>(null);
  const money = useMoney();
  const keyOf = useKeyOf();
  const isCost = chosen[0]?.kind === "cost";
  const run = useMutation({
    mutationFn: (wish: { outcome: string; code?: string; comment?: string }) => {
      const body = { ...wish, steps: chosen.map((step) => step.id) };
      return got(api.POST("/api/v1/steps/bulk-answer", { params: { header: once(keyOf(body)) }, body }));
    },
    onSuccess: (said) => {
      setRejects(false);
      setComment("");
      onDone({ steps: chosen, said });
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["inbox"] });
      void queries.invalidateQueries({ queryKey: ["ticket"] });
    },
  });
  const close = () => {
    flushSync(() => setRejects(false));
    opener.current?.focus();
  };
  const sum = totals(chosen).map(money).join(" + ");
  return (
    <>
      {chosen.length > 0 && (
        <div className="bulk" role="group" aria-label={t("bulk.chosen", { count: chosen.length })}>
          <strong aria-live="polite">{t("bulk.chosen", { count: chosen.length })}{sum && ` · ${t("bulk.total", { sum })}`}</strong>
          <Button type="primary" loading={run.isPending && !rejects} onClick={() => run.mutate({ outcome: isCost ? "confirmed" : "approved" })}>
            {isCost ? t("bulk.confirm") : t("bulk.approve")}
          </Button>
          <Button ref={opener} danger disabled={run.isPending} onClick={() => (isCost ? run.mutate({ outcome: "declined" }) : setRejects(true))}>
            {isCost ? t("cost.decline") : t("reject.open")}
          </Button>
          <Button type="text" onClick={onClear}>
            {t("bulk.clear")}
          </Button>
          {run.error && !rejects && <ProblemNotice problem={run.error} />}
        </div>
      )}
      {rejects && (
        <Modal open title={t("bulk.rejectTitle", { count: chosen.length })} footer={null} onCancel={close}>
          {run.error && <ProblemNotice problem={run.error} />}
          <Input.TextArea aria-label={t("reject.comment")} placeholder={t("reject.comment")} rows={1} value={comment} onChange={(event) => setComment(event.target.value)} />
          <p className="quiet hint">{inWords ? t("reject.hintFree") : comment.trim() ? t("reject.hintWords") : t("reject.hint")}</p>
          <div className="chips">
            {inWords && comment.trim() !== "" && (
              <Button type="primary" danger loading={run.isPending} onClick={() => run.mutate({ outcome: "rejected", ...inWords, comment: comment.trim() })}>
                {t("reject.open")}
              </Button>
            )}
            {codes.map(({ code, label }) => (
              <Button key={code} disabled={run.isPending} onClick={() => run.mutate({ outcome: "rejected", code, comment: comment.trim() || label })}>
                {label}
              </Button>
            ))}
          </div>
        </Modal>
      )}
    </>
  );
}
