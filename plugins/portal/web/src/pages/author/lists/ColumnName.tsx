import { Alert, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  title: string;
  name: string;
  taken: string[];
  /** What it would break. */
  warning?: string;
  onName: (name: string) => void;
  onClose: () => void;
}

/** Asks for the name of a column. */
export function ColumnName({ title, name, taken, warning, onName, onClose }: Props) {
  const { t } = useTranslation("lists");
  const [form] = Form.useForm<{ name: string }>();
  const isTaken = (_: unknown, typed: string) =>
    typed.trim() !== name && taken.includes(typed.trim()) ? Promise.reject(new Error(t("columnTaken"))) : Promise.resolve();
  return (
    <Modal open title={title} okText={t("ok")} onCancel={onClose} onOk={() => form.submit()}>
      {warning && <Alert className="gap-below" type="warning" showIcon title={warning} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name }}
        onFinish={(typed) => {
          onName(typed.name.trim());
          onClose();
        }}
      >
        <Form.Item name="name" label={t("columnName")} rules={[{ required: true, whitespace: true, message: t("needed") }, { validator: isTaken }]}>
          <Input maxLength={100} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
