import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { beginDraft, draftOfList } from "../drafts";
import { cellOf } from "./csv";
import { listName, listPath } from "./lists";

interface Answers {
  name: string;
  columns: string;
}

/** A new list: its name and its columns, opened as a table. */
export function NewList({ taken }: { taken: string[] }) {
  const { t } = useTranslation("lists");
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Answers>();
  const [, go] = useLocation();
  const make = ({ name, columns }: Answers) => {
    beginDraft(draftOfList(name), { files: { [listPath(name)]: `${namesIn(columns).map(cellOf).join(",")}\n` }, base: {} });
    setOpen(false);
    go(`/lists/${name}`);
  };
  const isFree = (_: unknown, name: string) => (taken.includes(name) ? Promise.reject(new Error(t("new.taken"))) : Promise.resolve());
  const areNames = (_: unknown, columns: string) => {
    const names = namesIn(columns);
    return names.length > 0 && new Set(names).size === names.length ? Promise.resolve() : Promise.reject(new Error(t("new.columnsHint")));
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t("new.button")}
      </Button>
      <Modal open={isOpen} title={t("new.button")} okText={t("new.make")} onCancel={() => setOpen(false)} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" onFinish={make} initialValues={{ columns: "name, title" }}>
          <Form.Item
            name="name"
            label={t("new.name")}
            extra={t("new.nameHint")}
            rules={[{ required: true, message: t("needed") }, { pattern: listName, message: t("new.nameHint") }, { validator: isFree }]}
          >
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="columns" label={t("new.columns")} extra={t("new.columnsHint")} rules={[{ validator: areNames }]}>
            <Input maxLength={500} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

const namesIn = (columns: string) => columns.split(/[,，;；]/).map((name) => name.trim()).filter(Boolean);
