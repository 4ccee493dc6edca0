import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown, Form, Input, Modal, Radio } from "antd";
import MoreOutlined from "@ant-design/icons/MoreOutlined";
import { useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { api, got, once } from "../../api/client";
import { queries } from "../../api/queries";
import { PersonPicker } from "../../people/PersonPicker";
import { useMe } from "../../session/session";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { errorAt } from "../../api/error-at";
import { useKeyOf } from "../../api/key-of";
import { freshen } from "./answer";
import { argumentsOf, stepsKey, type Step } from "./inbox-data";

type Act = "consult" | "transfer" | "add" | "claim" | "return" | "urge";

interface Typed {
  user?: string;
  text?: string;
  suggestion?: string;
  where: "before" | "after";
}

const acts: Act[] = ["consult", "add", "transfer", "claim", "return", "urge"];
/** What needs no word of explanation. */
const atOnce = (step: Step, act: Act) => act === "urge" || (act === "claim" && !argumentsOf(step).claimed_by);

/** Nobody reminds themselves. */
const asksOnly = ({ for: { users, groups } }: Step, username: string) => groups.length === 0 && users.every((user) => user.username === username);

/** What else may be done with a step: the server's `actions`, but for the answer itself. */
export function Colleagues({ step, onDone }: { step: Step; onDone: (act: Act, step: Step) => void }) {
  const { t } = useTranslation("inbox");
  const [act, setAct] = useState<Act>();
  const [form] = Form.useForm<Typed>();
  const keyOf = useKeyOf();
  const me = useMe();
  const run = useMutation({
    mutationFn: ({ act, typed }: { act: Act; typed: Typed }) => send(step, act, typed, keyOf({ act, typed })),
    onSuccess: (made, { act }) => {
      if (act === "consult") keepAsked(made as Step);
      form.resetFields();
      close();
      onDone(act, step);
    },
    onSettled: () => freshen(step),
  });
  // Where the focus goes back to: the menu's entry is gone by then, its button is not.
  const buttons = useRef<HTMLDivElement>(null);
  const opener = useRef<string>(undefined);
  const close = () => {
    flushSync(() => setAct(undefined));
    focusOpener(buttons.current, opener.current);
  };
  const offered = acts.filter((one) => step.actions?.includes(one) && !(one === "urge" && asksOnly(step, me.username)));
  const offers = offered.join();
  useEffect(() => {
    // What was done may not be offered again: its button took the focus with it.
    if (opener.current && document.activeElement === document.body) focusOpener(buttons.current, opener.current);
  }, [offers]);
  if (offered.length === 0) return null;
  const start = (one: Act) => {
    run.reset();
    opener.current = one;
    if (atOnce(step, one)) run.mutate({ act: one, typed: { where: "before" } });
    else setAct(one);
  };
  const wantsPerson = act === "consult" || act === "transfer" || act === "add";
  const pointer = act === "transfer" ? "/to" : "/user";
  const textAt = act === "consult" ? "/question" : act === "add" ? "/comment" : "/reason";
  return (
    <div className="colleagues">
      <div className="colleague-buttons" ref={buttons}>
        {offered.slice(0, 3).map((one) => (
          <Button key={one} data-act={one} onClick={() => start(one)} loading={run.isPending && run.variables.act === one}>
            {t(`act.${one}.open`)}
          </Button>
        ))}
        {offered.length > 3 && (
          <Dropdown
            trigger={["click"]}
            menu={{ items: offered.slice(3).map((one) => ({ key: one, label: t(`act.${one}.open`) })), onClick: ({ key }) => start(key as Act) }}
          >
            <Button data-act="more" icon={<MoreOutlined aria-hidden />} aria-label={t("act.more")} />
          </Dropdown>
        )}
      </div>
      {run.error && !act && <ProblemNotice problem={run.error} />}
      {act && (
        <Modal
          open
          title={t(`act.${act}.title`)}
          okText={t(`act.${act}.send`)}
          confirmLoading={run.isPending}
          onOk={() => form.submit()}
          onCancel={close}
        >
          <p className="quiet">{t(`act.${act}.hint`)}</p>
          {run.error && <ProblemNotice problem={run.error} />}
          <Form<Typed> form={form} layout="vertical" requiredMark={false} initialValues={{ where: "before" }} onFinish={(typed) => run.mutate({ act, typed })}>
            {wantsPerson && (
              <Form.Item name="user" label={t(`act.${act}.person`)} rules={[{ required: true, message: t("act.personMissing") }]} help={errorAt(run.error, pointer)}>
                <PersonPicker without={[me.username]} autoFocus />
              </Form.Item>
            )}
            {act === "add" && (
              <Form.Item name="where" label={t("act.add.when")} help={errorAt(run.error, "/where")}>
                <Radio.Group aria-label={t("act.add.when")} options={[{ value: "before", label: t("act.add.before") }, { value: "after", label: t("act.add.after") }]} />
              </Form.Item>
            )}
            <Form.Item name="text" label={t(`act.${act}.text`)} rules={act === "add" ? [] : [{ required: true, whitespace: true, message: t("act.textMissing") }]} help={errorAt(run.error, textAt)}>
              <Input.TextArea rows={2} />
            </Form.Item>
            {act === "return" && (
              <Form.Item name="suggestion" label={t("act.return.suggestion")} rules={[{ required: true, whitespace: true, message: t("act.textMissing") }]} help={errorAt(run.error, "/suggestion")}>
                <Input.TextArea rows={2} />
              </Form.Item>
            )}
          </Form>
        </Modal>
      )}
    </div>
  );
}

/** The question stands with the approval at once; the server's own list follows. */
function keepAsked(made: Step): void {
  queries.setQueryData<{ items: Step[] }>(stepsKey(made.ticket), (before) => before && { ...before, items: [...before.items.filter((one) => one.id !== made.id), made] });
}

function focusOpener(buttons: HTMLElement | null, act: string | undefined): void {
  const find = (name: string | undefined) => buttons?.querySelector<HTMLElement>(`[data-act="${name}"]`);
  (find(act) ?? find("more") ?? document.getElementById("step-title"))?.focus({ preventScroll: true });
}

function send(step: Step, act: Act, typed: Typed, key: string): Promise<unknown> {
  const params = { path: { id: step.id }, header: once(key) };
  const { user = "", text = "", suggestion = "", where } = typed;
  switch (act) {
    case "consult":
      return got(api.POST("/api/v1/steps/{id}/consult", { params, body: { user, question: text } }));
    case "transfer":
      return api.POST("/api/v1/steps/{id}/transfer", { params, body: { to: user, reason: text } });
    case "add":
      return api.POST("/api/v1/steps/{id}/add", { params, body: { user, where, ...(text ? { comment: text } : {}) } });
    case "claim":
      return api.POST("/api/v1/steps/{id}/claim", { params, body: text ? { reason: text } : {} });
    case "return":
      return api.POST("/api/v1/steps/{id}/return", { params, body: { reason: text, suggestion } });
    case "urge":
      return api.POST("/api/v1/steps/{id}/urge", { params, body: {} });
  }
}
