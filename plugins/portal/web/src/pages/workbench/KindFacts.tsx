import { Button, Checkbox, Form, Input, Modal } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";
import { useAct } from "../ticket/act";
import type { Ticket } from "../ticket/data";

const fields = {
  incident: ["service", "ci", "workaround", "public_title", "known"],
  problem: ["root_cause", "workaround", "public_title", "known_error"],
  change: ["plan", "back_out"],
} as const;
const flags = ["known", "known_error"];

type Facts = Record<string, unknown>;

/** What an incident, a problem or a change has besides; who may change the ticket changes it here. */
export function KindFacts({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation("workbench");
  const heading = useId();
  const [open, setOpen] = useState(false);
  const { kind, change } = ticket;
  if (kind === "request") return null;
  const facts = (ticket[kind] ?? {}) as Facts;
  const affected = (facts["affected"] as number | undefined) ?? 0;
  return (
    <section className="card" aria-labelledby={heading}>
      <h2 id={heading}>{t(`words:kind.${kind}`)}</h2>
      <dl className="facts">
        {fields[kind].map((name) =>
          facts[name] ? (
            <div key={name}>
              <dt>{t(`kindFact.${name}`)}</dt>
              <dd>{flags.includes(name) ? t("yes") : String(facts[name])}</dd>
            </div>
          ) : null,
        )}
        {affected > 0 && (
          <div>
            <dt>{t("kindFact.affected")}</dt>
            <dd>{affected}</dd>
          </div>
        )}
        {change?.window && (
          <div>
            <dt>{t("kindFact.window")}</dt>
            <dd>
              <Moment at={change.window.from} /> – <Moment at={change.window.to} />
            </dd>
          </div>
        )}
        {change?.risk && (
          <div>
            <dt>{t("kindFact.risk")}</dt>
            <dd>{[change.risk.level, change.risk.text].filter(Boolean).join(": ")}</dd>
          </div>
        )}
        {change?.freeze && (
          <div>
            <dt>{t("kindFact.freeze")}</dt>
            <dd>{[change.freeze.name, change.freeze.reason].filter(Boolean).join(": ")}</dd>
          </div>
        )}
        {change?.overlaps && change.overlaps.length > 0 && (
          <div>
            <dt>{t("kindFact.overlaps")}</dt>
            <dd>{change.overlaps.map(({ number }) => number).join(", ")}</dd>
          </div>
        )}
      </dl>
      {ticket.actions.includes("change") && (
        <Button size="small" onClick={() => setOpen(true)}>
          {t("edit")}
        </Button>
      )}
      {open && <Edit ticket={ticket} kind={kind} facts={facts} onClose={() => setOpen(false)} />}
    </section>
  );
}

function Edit({ ticket, kind, facts, onClose }: { ticket: Ticket; kind: keyof typeof fields; facts: Facts; onClose: () => void }) {
  const { t } = useTranslation("workbench");
  const [form] = Form.useForm<Facts>();
  const save = useAct(
    ticket.number,
    (body: Facts, key) =>
      api.PATCH("/api/v1/tickets/{number}", {
        params: { path: { number: ticket.number }, header: once(key) },
        headers: { "Content-Type": "application/merge-patch+json" },
        body: body as never,
      }),
    onClose,
  );
  const send = (typed: Facts) => {
    // Only what was changed is sent, so that what others change meanwhile stays.
    const changed = Object.entries(typed).filter(([name, value]) => (value || null) !== (facts[name] || null));
    const body = Object.fromEntries(changed.map(([name, value]) => [name, flags.includes(name) ? value === true : value || null]));
    save.mutate(
      { [kind]: body },
      {
        onError: (problem) => {
          if (!(problem instanceof Problem)) return;
          form.setFields(fields[kind].map((name) => ({ name, errors: problem.errors.filter(({ pointer }) => pointer === `/${kind}/${name}`).map(({ message }) => message) })));
        },
      },
    );
  };
  const isAtFields = save.error instanceof Problem && save.error.errors.length > 0 && save.error.errors.every(({ pointer }) => fields[kind].some((name) => pointer === `/${kind}/${name}`));
  return (
    <Modal open title={t(`words:kind.${kind}`)} onCancel={onClose} okText={t("save")} cancelText={t("back")} onOk={() => form.submit()} confirmLoading={save.isPending}>
      {save.error && !isAtFields && <ProblemNotice problem={save.error} />}
      <Form<Facts> form={form} layout="vertical" initialValues={facts} onFinish={send}>
        {fields[kind].map((name) =>
          flags.includes(name) ? (
            <Form.Item key={name} name={name} valuePropName="checked">
              <Checkbox>{t(`kindFact.${name}`)}</Checkbox>
            </Form.Item>
          ) : (
            <Form.Item key={name} name={name} label={t(`kindFact.${name}`)}>
              <Input.TextArea rows={1} />
            </Form.Item>
          ),
        )}
      </Form>
    </Modal>
  );
}
