import { useMutation, useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Popconfirm, Select, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../api/client";
import { errorAt } from "../../api/error-at";
import { queries } from "../../api/queries";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Moment } from "../../time/Moment";

type Token = Schemas["TokenView"];

const day = 24 * 3600_000;
const lives = { month: 30, quarter: 90, year: 365, ever: undefined } as const;
type Life = keyof typeof lives;

/** Keys for programs that act for the viewer; the secret is shown once. */
export function Tokens() {
  const { t } = useTranslation("me");
  const [form] = Form.useForm<{ name: string; life: Life }>();
  const tokens = useQuery({ queryKey: ["tokens"], queryFn: () => got(api.GET("/api/v1/tokens")) });
  const freshen = () => queries.invalidateQueries({ queryKey: ["tokens"] });
  const make = useMutation({
    mutationFn: ({ name, life }: { name: string; life: Life }) => {
      const days = lives[life];
      const expires_at = days === undefined ? undefined : new Date(Date.now() + days * day).toISOString();
      return got(api.POST("/api/v1/tokens", { body: { name: name.trim(), ...(expires_at ? { expires_at } : {}) } }));
    },
    onSuccess: () => form.resetFields(),
    onSettled: freshen,
  });
  const made = make.data as (Schemas["MadeToken"]) | undefined;
  const nameError = errorAt(make.error, "/name");
  return (
    <section className="card" aria-label={t("tokens.title")}>
      <h2>{t("tokens.title")}</h2>
      <p className="quiet">{t("tokens.hint")}</p>
      {made?.secret && (
        <Alert
          type="success"
          showIcon
          role="status"
          className="gap-below"
          title={t("tokens.once")}
          closable={{ onClose: () => make.reset(), "aria-label": t("tokens.hide") }}
          description={
            <Typography.Text code copyable={{ text: made.secret, tooltips: [t("tokens.copy"), t("tokens.copied")] }} className="secret">
              {made.secret}
            </Typography.Text>
          }
        />
      )}
      {tokens.isLoading && <Waiting />}
      {tokens.error && <ProblemNotice problem={tokens.error} onRetry={() => void tokens.refetch()} />}
      {tokens.data?.items.length === 0 && <p className="quiet">{t("tokens.none")}</p>}
      <ul className="own-list">
        {tokens.data?.items.map((token) => (
          <One key={token.id} token={token} />
        ))}
      </ul>
      {make.error && <ProblemNotice problem={make.error} />}
      <Form form={form} layout="vertical" requiredMark={false} className="new-token" initialValues={{ life: "quarter" }} onFinish={(typed) => make.mutate(typed)}>
        <Form.Item name="name" label={t("tokens.name")} rules={[{ required: true, whitespace: true, message: t("tokens.nameMissing") }]} {...(nameError ? { help: nameError, validateStatus: "error" as const } : {})}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="life" label={t("tokens.life")}>
          <Select options={(Object.keys(lives) as Life[]).map((value) => ({ value, label: t(`tokens.lives.${value}`) }))} />
        </Form.Item>
        <Button htmlType="submit" loading={make.isPending}>
          {t("tokens.make")}
        </Button>
      </Form>
    </section>
  );
}

function One({ token }: { token: Token }) {
  const { t } = useTranslation("me");
  const [gone, setGone] = useState(false);
  const revoke = useMutation({
    mutationFn: () => api.DELETE("/api/v1/tokens/{id}", { params: { path: { id: token.id } } }),
    onSuccess: () => setGone(true),
    onSettled: () => queries.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (gone) return null;
  return (
    <li>
      <div>
        <strong>{token.name}</strong>
        <div className="quiet">
          {token.expires_at ? (
            <>
              {t("tokens.until")} <Moment at={token.expires_at} />
            </>
          ) : (
            t("tokens.lives.ever")
          )}
        </div>
        {revoke.error && <ProblemNotice problem={revoke.error} onRetry={() => revoke.mutate()} />}
      </div>
      <Popconfirm title={t("tokens.revokeAsk")} okText={t("tokens.revoke")} cancelText={t("tokens.keep")} onConfirm={() => revoke.mutate()}>
        <Button size="small" danger loading={revoke.isPending} aria-label={t("tokens.revokeNamed", { name: token.name })}>
          {t("tokens.revoke")}
        </Button>
      </Popconfirm>
    </li>
  );
}
