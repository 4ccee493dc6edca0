import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { CategoryChoice, type Category } from "./CategoryChoice";
import { formPath, scriptPath, type Files } from "./content";
import { beginDraft, drafted } from "./drafts";

/** Small letters, digits and dashes, as the desk names its files. */
export const itemName = /^[a-z][a-z0-9-]{1,59}$/;

interface Answers {
  title: string;
  name: string;
  category: string;
}

/** A new item: the smallest form and script that pass the check, opened in the editor. */
export function NewItem({ taken, categories }: { taken: string[]; categories: Category[] }) {
  const { t } = useTranslation("author");
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Answers>();
  const [, go] = useLocation();
  const make = (answers: Answers) => {
    beginDraft(answers.name, { files: firstFiles(answers), base: {} });
    setOpen(false);
    go(`/author/${answers.name}?part=form`);
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t("new.button")}
      </Button>
      <Modal open={open} title={t("new.title")} okText={t("new.make")} onCancel={() => setOpen(false)} onOk={() => form.submit()} destroyOnHidden>
        <Form form={form} layout="vertical" onFinish={make}>
          <Form.Item name="title" label={t("new.itemTitle")} rules={[{ required: true, message: t("new.needed") }]}>
            <Input
              maxLength={100}
              onChange={({ target }) => !form.isFieldTouched("name") && form.setFieldValue("name", nameOf(target.value))}
            />
          </Form.Item>
          <Form.Item name="name" label={t("new.name")} extra={t("new.nameHint")} rules={nameRules(t, taken)}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="category" label={t("new.category")} rules={[{ required: true, message: t("new.needed") }]}>
            <CategoryChoice categories={categories} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}

export function nameRules(t: (key: "new.needed" | "new.nameHint" | "new.taken") => string, taken: string[]) {
  return [
    { required: true, message: t("new.needed") },
    { pattern: itemName, message: t("new.nameHint") },
    {
      validator: (_: unknown, name: string) =>
        taken.includes(name) || drafted().includes(name) ? Promise.reject(new Error(t("new.taken"))) : Promise.resolve(),
    },
  ];
}

/** `Badge for guests` → `badge-for-guests`; nothing where no Latin letter is in it. */
export function nameOf(title: string): string {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^[^a-z]+|-+$/g, "").slice(0, 60);
}

function firstFiles({ title, name, category }: Answers): Files {
  const form = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title,
    description: title,
    "x-catalog": { kind: "request", category },
    type: "object",
    required: [],
    additionalProperties: false,
    properties: {},
  };
  const script = `//! ${title}\n\nassign();\napproval("Line manager", manager_of(requested_for));\nhandle(${JSON.stringify(title)});\nresolve("Done");\n`;
  return { [formPath(name)]: `${JSON.stringify(form, null, 2)}\n`, [scriptPath(name)]: script };
}
