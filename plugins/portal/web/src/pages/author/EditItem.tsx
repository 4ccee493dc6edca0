import { Alert, App, Tabs } from "antd";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import type { Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import { mayPublish } from "./AuthorPage";
import { FormBuilder } from "./builder/FormBuilder";
import type { CodeEditorHandle } from "./CodeEditor";
import { asObject, formPath, parsed, scriptPath, workflowOf, type Files, type ItemContent } from "./content";
import { dropDraft, keepDraft, keptDraft, same } from "./drafts";
import { EditorTab } from "./EditorTab";
import { Findings } from "./Findings";
import { jsonFault } from "./json-fault";
import { PathPanel } from "./PathPanel";
import { PlanVerdict } from "./PlanVerdict";
import { PublishPanel } from "./PublishPanel";
import { useCheck } from "./useCheck";
import { Versions } from "./Versions";

type Part = "script" | "form" | "schema" | "versions";
const parts: Part[] = ["script", "form", "schema", "versions"];

/** The texts of an item side by side with what the desk says of them. */
export function EditItem({ item, content, onFresh }: { item: string; content: ItemContent; onFresh: () => void }) {
  const { t } = useTranslation("author");
  const me = useMe();
  const { modal } = App.useApp();
  const [address, setAddress] = useSearchParams();
  const part = parts.find((name) => name === address.get("part")) ?? "script";
  const kept = useMemo(() => keptDraft(item), [item]);
  const [files, setFiles] = useState<Files>(kept?.files ?? content.files);
  const [base, setBase] = useState<Files>(kept?.base ?? content.files);
  const [told, setTold] = useState<{ faults: Schemas["Fault"][]; files: Files }>({ faults: [], files: {} });
  const editor = useRef<CodeEditorHandle>(null);

  useEffect(() => keepDraft(item, { files, base }), [item, files, base]);

  // What was published here or by others comes in where nothing was typed.
  const inForce = content.files;
  const isClean = same(files, base);
  const seen = useRef(inForce);
  useEffect(() => {
    if (seen.current === inForce) return;
    seen.current = inForce;
    if (!isClean) return;
    setFiles(inForce);
    setBase(inForce);
  }, [inForce, isClean]);

  const form = files[formPath(item)] ?? "";
  const workflow = workflowOf(item, form);
  const paths = { script: scriptPath(workflow), form: formPath(item) };
  const script = files[paths.script] ?? "";
  const schema = asObject(parsed(form));
  const catalog = asObject(schema["x-catalog"]);
  const readOnly = !mayPublish(me, String(catalog["category"] ?? ""));
  const isPublished = inForce[paths.script] !== undefined;
  const check = useCheck(workflow, script, isPublished && !readOnly);

  // Findings of a publication count as long as the text is the one they are about.
  const faults = useMemo(() => {
    const fresh = told.faults.filter(({ file }) => told.files[file] === files[file]);
    const text = form === "" ? undefined : jsonFault(paths.form, form);
    const all = [...check.faults, ...fresh, ...(text ? [text] : [])];
    return all.filter((fault, place) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(fault)) === place);
  }, [told, files, form, paths.form, check.faults]);
  const of = (path: string) => faults.filter(({ file }) => file === path);
  const scriptFaults = useMemo(() => of(paths.script), [faults, paths.script]);
  const formFaults = useMemo(() => of(paths.form), [faults, paths.form]);

  const show = (next: Part) => setAddress({ part: next }, { replace: true });
  const put = (path: string, text: string) => setFiles((now) => ({ ...now, [path]: text }));
  const goTo = (file: string, line: number, column: number) => {
    const next = file === paths.script ? "script" : file === paths.form ? "schema" : undefined;
    if (!next) return;
    show(next);
    // The editor of the other tab has to be there first.
    setTimeout(() => editor.current?.goTo(line, column), next === part ? 0 : 300);
  };
  const discard = () =>
    modal.confirm({
      title: t("publish.discardSure"),
      okText: t("publish.discard"),
      onOk: () => {
        dropDraft(item);
        setFiles(inForce);
        setBase(inForce);
      },
    });
  const published = () => {
    setBase(files);
    dropDraft(item);
    void queries.invalidateQueries({ queryKey: ["content"] });
    void queries.invalidateQueries({ queryKey: ["catalog"] });
    onFresh();
  };

  const editorOf = (which: "script" | "form") => (
    <EditorTab
      ref={editor}
      value={which === "script" ? script : form}
      onChange={(text) => put(paths[which], text)}
      language={which === "script" ? "script" : "json"}
      faults={which === "script" ? scriptFaults : formFaults}
      label={t(which === "script" ? "parts.script" : "parts.schema")}
      readOnly={readOnly}
    />
  );

  return (
    <Page title={typeof schema["title"] === "string" ? schema["title"] : item} actions={<Go to="/author">{t("toAll")}</Go>}>
      {kept && <Alert className="gap-below" type="info" showIcon closable title={t("kept")} />}
      {readOnly && <Alert className="gap-below" type="info" showIcon title={t("readOnlyWhy")} />}
      <div className="author">
        <div className="author-texts">
          <Tabs
            activeKey={part}
            onChange={(key) => show(key as Part)}
            destroyOnHidden
            items={[
              { key: "script", label: t("parts.script"), children: editorOf("script") },
              {
                key: "form",
                label: t("parts.form"),
                children:
                  parsed(form) === undefined ? (
                    <p>{t("builder.unreadable")}</p>
                  ) : (
                    <FormBuilder schema={schema} onChange={(next) => put(paths.form, `${JSON.stringify(next, null, 2)}\n`)} readOnly={readOnly} />
                  ),
              },
              { key: "schema", label: t("parts.schema"), children: editorOf("form") },
              {
                key: "versions",
                label: t("parts.versions"),
                children: (
                  <>
                    <VersionsOf title={t("parts.script")} kind="script" name={workflow} path={paths.script} inForce={inForce} onTake={put} onFresh={published} />
                    <VersionsOf title={t("parts.schema")} kind="form" name={item} path={paths.form} inForce={inForce} onTake={put} onFresh={published} />
                  </>
                ),
              },
            ]}
          />
          <Findings faults={faults} onGo={({ file, line, column }) => goTo(file, line, column)} />
        </div>
        <div className="author-side">
          {!readOnly && (
            <PublishPanel
              item={item}
              files={files}
              base={base}
              plan={files[paths.script] === base[paths.script] ? undefined : check.plan}
              onFaults={(found) => setTold({ faults: found, files })}
              onPublished={published}
              onDiscard={() => void discard()}
              onRebase={setBase}
            />
          )}
          {check.plan && files[paths.script] !== base[paths.script] && (
            <section className="card" aria-labelledby="plan">
              <h2 id="plan">{t("plan.title")}</h2>
              <PlanVerdict plan={check.plan} />
            </section>
          )}
          <PathPanel item={item} version={inForce[paths.form] === undefined ? undefined : `${inForce[paths.form]}${inForce[paths.script]}`} filled={nothing} onPlace={(place) => goTo(place.source, place.line, place.column)} />
        </div>
      </div>
    </Page>
  );
}

const nothing = {};

interface VersionsProps {
  title: string;
  kind: "script" | "form";
  name: string;
  path: string;
  inForce: Files;
  onTake: (path: string, text: string) => void;
  onFresh: () => void;
}

function VersionsOf({ title, kind, name, path, inForce, onTake, onFresh }: VersionsProps) {
  const { t } = useTranslation("author");
  const text = inForce[path];
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {text === undefined ? (
        <p className="quiet">{t("versions.none")}</p>
      ) : (
        <Versions kind={kind} name={name} path={path} text={text} onTake={(old) => onTake(path, old)} onRolledBack={onFresh} />
      )}
    </section>
  );
}
