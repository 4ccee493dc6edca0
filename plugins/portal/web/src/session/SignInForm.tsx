import { Alert, Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../api/problem";
import { signIn } from "./session";

interface Typed {
  username: string;
  password: string;
}

export function SignInForm({ username, onSignedIn }: { username?: string; onSignedIn: () => void }) {
  const { t } = useTranslation("session");
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();

  const send = async (typed: Typed) => {
    setBusy(true);
    setRefused(undefined);
    try {
      await signIn(typed.username.trim(), typed.password);
      onSignedIn();
    } catch (problem) {
      setRefused(problem instanceof Problem ? said(problem) : String(problem));
    } finally {
      setBusy(false);
    }
  };
  const said = (problem: Problem) => {
    if (problem.status === 0) return t("shell:problem.offline");
    if (problem.status === 401) return t("wrong");
    if (problem.status === 429) return t("tooMany");
    return problem.detail || t("shell:problem.unreadable", { status: problem.status });
  };

  return (
    <Form<Typed> layout="vertical" requiredMark={false} onFinish={(typed) => void send(typed)} initialValues={{ username: username ?? "" }} disabled={busy}>
      {refused && <Alert type="error" showIcon role="alert" title={refused} className="gap-below" />}
      <Form.Item name="username" label={t("username")} rules={[{ required: true, whitespace: true, message: t("usernameMissing") }]}>
        <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={!username} size="large" readOnly={username !== undefined} />
      </Form.Item>
      <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("passwordMissing") }]}>
        <Input.Password autoComplete="current-password" autoFocus={username !== undefined} size="large" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={busy}>
        {t("signIn")}
      </Button>
    </Form>
  );
}
