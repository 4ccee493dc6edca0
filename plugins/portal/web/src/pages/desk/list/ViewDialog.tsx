import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Modal, Popconfirm, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, newKey, once } from "../../../api/client";
import { Problem } from "../../../api/problem";
import { hasRole, useMe } from "../../../session/session";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { GroupPicker } from "../pick/GroupPicker";
import type { SavedView } from "../useQueues";
import { filterWords, type Asked } from "./address";
import { exported } from "./columns";

interface Typed {
  name: string;
  shared: "nobody" | "group" | "all";
  group?: string;
}

interface Props {
  asked: Asked;
  /** The view that is changed; a new one is made where there is none. */
  view: SavedView | undefined;
  onClose: () => void;
  onSaved: (key: string | undefined) => void;
}

/** Keeps the list as it stands under a name, for oneself, a group or all. */
export function ViewDialog({ asked, view, onClose, onSaved }: Props) {
  const { t } = useTranslation("desk");
  const me = useMe();
  const client = useQueryClient();
  const [form] = Form.useForm<Typed>();
  const [key, setKey] = useState(newKey);
  const shared = Form.useWatch("shared", form);
  const freshen = () => Promise.all([client.invalidateQueries({ queryKey: ["views"] }), client.invalidateQueries({ queryKey: ["queues"] })]);

  const save = useMutation({
    mutationFn: ({ name, shared: who, group }: Typed) => {
      const body = {
        name,
        shared: who,
        ...(who === "group" && group ? { group } : {}),
        filters: filterWords(asked.filters),
        sort: asked.sort,
        columns: asked.columns.map(exported),
      };
      return got(
        view
          ? api.PATCH("/api/v1/views/{id}", { params: { path: { id: view.id } }, body })
          : api.POST("/api/v1/views", { params: { header: once(key) }, body }),
      );
    },
    onSuccess: async (saved) => {
      await freshen();
      onSaved(`view/${saved.id}`);
    },
    onError: (problem) => {
      if (!(problem instanceof Problem)) return;
      if (problem.status !== 0) setKey(newKey());
      form.setFields((["name", "shared", "group"] as const).map((name) => ({ name, errors: problem.errors.filter(({ pointer }) => pointer === `/${name}`).map(({ message }) => message) })));
    },
  });
  const remove = useMutation({
    mutationFn: () => api.DELETE("/api/v1/views/{id}", { params: { path: { id: view?.id ?? "" } } }),
    onSuccess: async () => {
      await freshen();
      onSaved(undefined);
    },
  });
  const problem = save.error ?? remove.error;

  return (
    <Modal
      open
      title={view ? t("view.change") : t("view.save")}
      onCancel={onClose}
      footer={
        <>
          {view && (
            <Popconfirm title={t("view.sure")} okText={t("view.remove")} onConfirm={() => remove.mutate()}>
              <Button danger loading={remove.isPending} className="desk-left-button">
                {t("view.remove")}
              </Button>
            </Popconfirm>
          )}
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="primary" loading={save.isPending} onClick={() => form.submit()}>
            {t("save")}
          </Button>
        </>
      }
    >
      {problem && (
        <div className="gap-below">
          <ProblemNotice problem={problem} />
        </div>
      )}
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ name: view?.name, shared: view?.shared ?? "nobody", group: view?.group }}
        onFinish={(typed) => save.mutate(typed)}
      >
        <Form.Item name="name" label={t("view.name")} rules={[{ required: true, whitespace: true, message: t("missing") }]}>
          <Input autoFocus maxLength={100} />
        </Form.Item>
        <Form.Item name="shared" label={t("view.shared")}>
          <Radio.Group
            aria-label={t("view.shared")}
            options={[
              { value: "nobody", label: t("view.nobody") },
              { value: "group", label: t("view.group") },
              // Only they share with everybody; what is shared already stays to be seen.
              ...(hasRole(me, "service_request_manager", "admin") || view?.shared === "all" ? [{ value: "all", label: t("view.all") }] : []),
            ]}
          />
        </Form.Item>
        {shared === "group" && (
          <Form.Item name="group" label={t("field.group")} rules={[{ required: true, message: t("missing") }]}>
            <GroupPicker />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
