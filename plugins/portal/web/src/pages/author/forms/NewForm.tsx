import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { itemName, nameOf } from "../NewItem";
import { beginForm } from "./forms";

interface Answers {
  title: string;
  name: string;
}

interface Props {
  /** Names of forms that there are, published or not. */
  taken: string[];
  isPrimary?: boolean;
  /** What happens with it once it is begun. */
  okText: string;
  onBegun: (name: string) => void;
}

/** A new form of steps: its title, and the name that scripts say. */
export function NewForm({ taken, isPrimary = false, okText, onBegun }: Props) {
  const { t } = useTranslation("step-forms");
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<Answers>();
  const begin = ({ title, name }: Answers) => {
    beginForm(name, title.trim());
    setOpen(false);
    onBegun(name);
  };
  const isFree = (_: unknown, name: string) => (taken.includes(name) ? Promise.reject(new Error(t("new.taken"))) : Promise.resolve());
  return (
    <>
      <Button type={isPrimary ? "primary" : "default"} onClick={() => setOpen(true)}>
        {t("new.button")}
      </Button>
      <Modal
        open={isOpen}
        title={t("new.button")}
        okText={okText}
        // Enter sends it from either field.
        okButtonProps={{ htmlType: "submit", form: "new-form" }}
        onCancel={() => setOpen(false)}
        afterOpenChange={(open) => open && form.focusField("title")}
        destroyOnHidden
      >
        <Form form={form} name="new-form" layout="vertical" onFinish={begin}>
          <Form.Item name="title" label={t("new.title")} extra={t("new.titleHint")} rules={[{ required: true, whitespace: true, message: t("needed") }]}>
            <Input maxLength={100} onChange={({ target }) => !form.isFieldTouched("name") && form.setFieldValue("name", nameOf(target.value))} />
          </Form.Item>
          <Form.Item
            name="name"
            label={t("new.name")}
            extra={t("new.nameHint")}
            rules={[{ required: true, message: t("needed") }, { pattern: itemName, message: t("new.nameHint") }, { validator: isFree }]}
          >
            <Input maxLength={60} />
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
