import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Form, Input, Modal, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, newKey, once } from "../../api/client";
import { Problem } from "../../api/problem";
import { ProblemNotice } from "../../shell/ProblemNotice";
import { currentLanguage } from "../../text/text";

interface Typed {
  name: string;
  title: string;
  text: string;
  visibility: "own" | "all";
}

/** A reply of one's own, or for all where the server lets the viewer write those. */
export function NewReply({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("workbench");
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [key, setKey] = useState(newKey);
  const save = useMutation({
    mutationFn: ({ text, ...rest }: Typed) =>
      api.POST("/api/v1/canned-replies", { params: { header: once(key) }, body: { ...rest, texts: { [currentLanguage() === "zh" ? "zh-CN" : currentLanguage()]: text } } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["canned-replies"] });
      onClose();
    },
    onError: (problem) => {
      if (!(problem instanceof Problem)) return;
      if (problem.status !== 0) setKey(newKey());
      const at = (name: string) => problem.errors.filter(({ pointer }) => pointer.startsWith(name === "text" ? "/texts" : `/${name}`)).map(({ message }) => message);
      form.setFields((["name", "title", "text", "visibility"] as const).map((name) => ({ name, errors: at(name) })));
    },
  });
  const rules = [{ required: true, whitespace: true, message: t("missing") }];
  return (
    <Modal open title={t("reply.write")} onCancel={onClose} okText={t("save")} cancelText={t("back")} onOk={() => form.submit()} confirmLoading={save.isPending}>
      {save.error && (
        <div className="gap-below">
          <ProblemNotice problem={save.error} />
        </div>
      )}
      <Form<Typed> form={form} layout="vertical" requiredMark={false} initialValues={{ visibility: "own" }} onFinish={(typed) => save.mutate(typed)}>
        <Form.Item name="title" label={t("reply.name")} rules={rules}>
          <Input autoFocus />
        </Form.Item>
        <Form.Item name="name" label={t("reply.key")} rules={rules}>
          <Input spellCheck={false} />
        </Form.Item>
        <Form.Item name="text" label={t("reply.text")} extra={t("reply.braces", { example: "{requester.name}, {number}, {title}, {agent.name}, {resolve_due}" })} rules={rules}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <Form.Item name="visibility" label={t("reply.for")}>
          <Radio.Group aria-label={t("reply.for")} options={[{ value: "own", label: t("reply.own") }, { value: "all", label: t("reply.all") }]} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
