import { Alert, Button, Drawer } from "antd";
import { Suspense, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "@tanstack/react-query";
import { api, got, once } from "../../api/client";
import { Problem } from "../../api/problem";
import type { FormValue } from "../../form/RequestForm";
import { elsewhere } from "../../form/server-errors";
import { RequestForm } from "../../form/soon";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { untold } from "../../shell/untold";
import { useAct } from "./act";
import { useItem, useSteps, type Step, type Ticket } from "./data";
import { mergePatch } from "./merge-patch";
import { useStepText } from "./step-text";
import { usePaused } from "./usePaused";

/** What was filled in, to be put right; with what of the answers so far would be lost by it. */
export function CorrectTicket({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("correct.open")}</Button>
      <Drawer open={open} onClose={() => setOpen(false)} title={t("correct.title", { number: ticket.number })} size={560}>
        {open && <Correcting ticket={ticket} onDone={() => setOpen(false)} />}
      </Drawer>
    </>
  );
}

// What was typed outlives the drawer, as long as the page is open.
const typed = new Map<string, FormValue>();

function Correcting({ ticket, onDone }: { ticket: Ticket; onDone: () => void }) {
  const { t } = useTranslation("ticket");
  const id = useId();
  const item = useItem(ticket.item);
  const former = (ticket.form ?? {}) as FormValue;
  const [form, setForm] = useState<{ value: FormValue; pruned: FormValue }>(() => {
    const value = typed.get(ticket.number) ?? former;
    return { value, pruned: value };
  });
  const correct = useAct(
    ticket.number,
    (wish: FormValue, key) =>
      got(
        api.PATCH("/api/v1/tickets/{number}", {
          params: { path: { number: ticket.number }, header: once(key) },
          body: { form: wish as Record<string, never> },
          headers: { "Content-Type": "application/merge-patch+json" },
        }),
      ),
    () => {
      typed.delete(ticket.number);
      onDone();
    },
  );
  const errors = correct.error instanceof Problem ? correct.error.errors : [];
  const others = elsewhere(errors, "/form");
  if (untold(item)) return <ProblemNotice problem={item.error} onRetry={() => void item.refetch()} />;
  if (!item.data) return <Waiting />;
  return (
    <Suspense fallback={<Waiting />}>
      <SentBack ticket={ticket} />
      <RequestForm
        id={id}
        schema={item.data.schema}
        uiSchema={item.data.uiSchema}
        currency={item.data.price?.currency}
        value={form.value}
        onChange={(value, pruned) => {
          typed.set(ticket.number, value);
          setForm({ value, pruned });
        }}
        errors={errors}
        disabled={correct.isPending}
        onSubmit={(pruned) => correct.mutate(mergePatch(former, pruned))}
      />
      <Consequence ticket={ticket} patch={mergePatch(former, form.pruned)} />
      {correct.error && (errors.length === 0 || others.length > 0) && <ProblemNotice problem={correct.error} />}
      <Button type="primary" htmlType="submit" form={id} loading={correct.isPending}>
        {t("correct.send")}
      </Button>
    </Suspense>
  );
}

/** What is to be put right: who sent it back, in their words. */
function SentBack({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("ticket");
  const steps = useSteps(ticket.number).data ?? [];
  const from = (step: Step) => (step.arguments as { returned_from?: string } | null)?.returned_from;
  const asked = steps.find((step) => step.state === "open" && from(step) !== undefined);
  if (!asked) return null;
  const by = steps.find((step) => step.id === from(asked))?.answered_by;
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={by ? t("correct.sentBackBy", { name: by.name }) : t("correct.sentBack")}
      description={asked.text || undefined}
    />
  );
}

function Consequence({ ticket, patch }: { ticket: Ticket; patch: FormValue }) {
  const { t } = useTranslation("ticket");
  const text = useStepText();
  const steps = useSteps(ticket.number).data ?? [];
  const wish = usePaused(patch);
  const preview = useQuery({
    queryKey: ["ticket", ticket.number, "correction", wish],
    queryFn: ({ signal }) =>
      got(
        api.POST("/api/v1/tickets/{number}/correction/preview", {
          params: { path: { number: ticket.number } },
          body: { form: wish as Record<string, never> },
          signal,
        }),
      ),
    enabled: Object.keys(wish).length > 0,
    retry: false,
  });
  if (!preview.data || Object.keys(wish).length === 0) return null;
  const { kept, lost, opens } = preview.data;
  // The ticket's own steps are named in the viewer's language.
  const named = (answered: (typeof kept)[number]) => text.name(steps.find((step) => step.id === answered.step) ?? answered);
  const asked = opens.flatMap((step) => (step.party === "group" ? step.for.map(text.group) : step.for));
  return (
    <div aria-live="polite" className="gap-below">
      {kept.length > 0 && <p>{t("correct.kept", { what: kept.map(named).join(", ") })}</p>}
      {lost.length > 0 && <p>{t("correct.lost", { what: lost.map(named).join(", ") })}</p>}
      {opens.length > 0 && <p>{t("correct.asked", { who: [...new Set(asked)].join(", ") })}</p>}
    </div>
  );
}
