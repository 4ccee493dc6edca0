import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client";
import { errorAt } from "../../api/error-at";
import { signIn, useMe } from "../../session/session";
import { ProblemNotice } from "../../shell/ProblemNotice";

interface Typed {
  current: string;
  password: string;
  again: string;
}

/** A new password. All sessions end with it; this browser signs in again at once. */
export function Password() {
  const { t } = useTranslation("me");
  const me = useMe();
  const [form] = Form.useForm<Typed>();
  const change = useMutation({
    mutationFn: async ({ current, password }: Typed) => {
      await api.POST("/api/v1/me/password", { body: { current, password } });
      await signIn(me.username, password);
    },
    onSuccess: () => form.resetFields(),
  });
  const wrong = (pointer: string) => {
    const error = errorAt(change.error, pointer);
    return error ? { help: error, validateStatus: "error" as const } : {};
  };
  return (
    <section className="card" aria-label={t("password.title")}>
      <h2>{t("password.title")}</h2>
      <p className="quiet">{t("password.hint")}</p>
      {change.isSuccess && <Alert type="success" showIcon role="status" title={t("password.done")} className="gap-below" />}
      {change.error && <ProblemNotice problem={change.error} />}
      <Form<Typed> form={form} layout="vertical" requiredMark={false} onFinish={(typed) => change.mutate(typed)} onValuesChange={() => change.reset()}>
        <input type="text" name="username" autoComplete="username" value={me.username} readOnly hidden />
        <Form.Item name="current" label={t("password.current")} rules={[{ required: true, message: t("password.missing") }]} {...wrong("/current")}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item name="password" label={t("password.new")} rules={[{ required: true, min: 8, message: t("password.short") }]} {...wrong("/password")}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label={t("password.again")}
          dependencies={["password"]}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_, value) => (value === getFieldValue("password") ? Promise.resolve() : Promise.reject(new Error(t("password.other")))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t("password.save")}
        </Button>
      </Form>
    </section>
  );
}
