import { useMutation } from "@tanstack/react-query";
import { Button, Dropdown, Form, Input, Modal, Radio } from "antd";
import MoreOutlined from "@ant-design/icons/MoreOutlined";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, once } from "../../api/client";
import { PersonPicker } from "../../people/PersonPicker";
import { useMe } from "../../session/session";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { errorAt } from "../../api/error-at";
import { useKeyOf } from "../../api/key-of";
import { freshen } from "./answer";
import { argumentsOf, type Step } from "./inbox-data";

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

/** What else may be done with a step: the server's `actions`, but for the answer itself. */
export function Colleagues({ step, onDone }: { step: Step; onDone: (act: Act, step: Step) => void }) {
  const { t } = useTranslation("inbox");
  const [act, setAct] = useState<Act>();
  const [form] = Form.useForm<Typed>();
  const keyOf = useKeyOf();
  const me = useMe();
  const run = useMutation({
    mutationFn: ({ act, typed }: { act: Act; typed: Typed }) => send(step, act, typed, keyOf({ act, typed })),
    onSuccess: (_, { act }) => {
      setAct(undefined);
      form.resetFields();
      onDone(act, step);
    },
    onSettled: () => freshen(step),
  });
  const offered = acts.filter((one) => step.actions?.includes(one));
  if (offered.length === 0) return null;
  const start = (one: Act) => {
    run.reset();
    if (atOnce(step, one)) run.mutate({ act: one, typed: { where: "before" } });
    else setAct(one);
  };
  const close = () => setAct(undefined);
  const wantsPerson = act === "consult" || act === "transfer" || act === "add";
  const pointer = act === "transfer" ? "/to" : "/user";
  const textAt = act === "consult" ? "/question" : act === "add" ? "/comment" : "/reason";
  return (
    <div className="colleagues">
      <div className="colleague-buttons">
        {offered.slice(0, 3).map((one) => (
          <Button key={one} onClick={() => start(one)} loading={run.isPending && run.variables.act === one}>
            {t(`act.${one}.open`)}
          </Button>
        ))}
        {offered.length > 3 && (
          <Dropdown
            trigger={["click"]}
            menu={{ items: offered.slice(3).map((one) => ({ key: one, label: t(`act.${one}.open`) })), onClick: ({ key }) => start(key as Act) }}
          >
            <Button icon={<MoreOutlined aria-hidden />} aria-label={t("act.more")} />
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

function send(step: Step, act: Act, typed: Typed, key: string): Promise<unknown> {
  const params = { path: { id: step.id }, header: once(key) };
  const { user = "", text = "", suggestion = "", where } = typed;
  switch (act) {
    case "consult":
      return api.POST("/api/v1/steps/{id}/consult", { params, body: { user, question: text } });
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
