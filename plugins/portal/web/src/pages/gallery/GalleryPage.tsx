import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useSearchParams } from "wouter";
import { api, got, type Schemas } from "../../api/client";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { asObject, formPath, parsed, useItems, type Files } from "../author/content";
import { beginDraft } from "../author/drafts";
import { nameRules } from "../author/NewItem";
import "../author/author.css";

/** Templates of items that are not in the catalog: one becomes an item of one's own. */
export default function GalleryPage() {
  const { t } = useTranslation(["gallery", "author"]);
  const [address, setAddress] = useSearchParams();
  const words = address.get("q") ?? "";
  const [chosen, setChosen] = useState<Schemas["TemplateEntry"]>();
  const templates = useQuery({ queryKey: ["content", "gallery"], queryFn: () => got(api.GET("/api/v1/gallery")) });
  const found = (templates.data?.items ?? []).filter(({ name, title, description }) =>
    words.toLowerCase().split(/\s+/).every((word) => `${name} ${title} ${description}`.toLowerCase().includes(word)),
  );
  const categories = [...new Set(found.map(({ category }) => category))].sort();
  return (
    <Page title={t("gallery:title")} actions={<Go to="/author">{t("author:toAll")}</Go>}>
      <p className="quiet">{t("gallery:about")}</p>
      <Input
        type="search"
        className="author-search"
        aria-label={t("gallery:search")}
        placeholder={t("gallery:search")}
        allowClear
        value={words}
        onChange={({ target }) => setAddress(target.value ? { q: target.value } : {}, { replace: true })}
      />
      {templates.error && <ProblemNotice problem={templates.error} onRetry={() => void templates.refetch()} />}
      {templates.isLoading && <Waiting />}
      {templates.data && found.length === 0 && <p className="quiet">{t("gallery:noHits")}</p>}
      {categories.map((category) => (
        <section key={category} aria-labelledby={`gallery-${category}`}>
          <h2 id={`gallery-${category}`} className="capital">
            {category}
          </h2>
          <ul className="author-items">
            {found
              .filter((template) => template.category === category)
              .map((template) => (
                <li key={template.name} className="card template">
                  <strong>{template.title}</strong>
                  <p className="quiet">{template.description}</p>
                  <Button size="small" onClick={() => setChosen(template)} aria-label={`${t("gallery:use")}: ${template.title}`}>
                    {t("gallery:use")}
                  </Button>
                </li>
              ))}
          </ul>
        </section>
      ))}
      {chosen && <Make template={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  );
}

function Make({ template, onClose }: { template: Schemas["TemplateEntry"]; onClose: () => void }) {
  const { t } = useTranslation(["gallery", "author"]);
  const items = useItems();
  const [, go] = useLocation();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [form] = Form.useForm<{ title: string; name: string }>();
  const make = async ({ title, name }: { title: string; name: string }) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const params = { path: { name: template.name }, query: { item: name } };
      const { files } = await got(api.GET("/api/v1/gallery/{name}", { params }));
      beginDraft(name, { files: own(files as Files, name, title, template.title), base: {} });
      go(`/author/${name}?part=form`);
    } catch (said) {
      setProblem(said);
      setBusy(false);
    }
  };
  return (
    <Modal open title={template.title} okText={t("author:new.make")} confirmLoading={busy} onCancel={onClose} onOk={() => form.submit()}>
      <p>{template.description}</p>
      {problem !== undefined && <ProblemNotice problem={problem} />}
      <Form form={form} layout="vertical" initialValues={{ title: template.title, name: template.name }} onFinish={(answers) => void make(answers)}>
        <Form.Item name="title" label={t("author:new.itemTitle")} rules={[{ required: true, message: t("author:new.needed") }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="name" label={t("author:new.name")} extra={t("author:new.nameHint")} rules={nameRules((key) => t(`author:${key}`), items.data?.map(({ item }) => item) ?? [])}>
          <Input maxLength={60} />
        </Form.Item>
      </Form>
      <p className="quiet">{t("gallery:texts")}</p>
    </Modal>
  );
}

/**
 * The template's files under the new title. Its translations are left out: a
 * release replaces whole files, and the desk's own translations would be gone.
 */
function own(files: Files, name: string, title: string, before: string): Files {
  const kept = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith("schemas/texts/")));
  const text = kept[formPath(name)];
  if (title === before || text === undefined || asObject(parsed(text))["title"] !== before) return kept;
  return { ...kept, [formPath(name)]: text.replace(`"title": ${JSON.stringify(before)}`, () => `"title": ${JSON.stringify(title)}`) };
}
