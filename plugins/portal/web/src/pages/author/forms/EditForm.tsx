import { Alert, App, Button } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { Page } from "../../../shell/Page";
import { allFindings } from "../all-findings";
import { isAuthor } from "../AuthorPage";
import type { CodeEditorHandle } from "../CodeEditor";
import { asObject, parsed, type Files } from "../content";
import { draftOfForm } from "../drafts";
import { EditorTab } from "../EditorTab";
import { Findings } from "../Findings";
import { readContent, type FileContent } from "../in-force";
import { jsonFault } from "../json-fault";
import type { Ways } from "../PlaceLink";
import { PublishPanel } from "../PublishPanel";
import { isShared } from "../translations";
import { useCheck } from "../useCheck";
import { useDraft } from "../useDraft";
import { useIsWide } from "../useIsWide";
import { FormParts, type Part } from "./FormParts";
import { FormUses } from "./FormUses";
import { stepFormPath } from "./forms";

/** A form of steps, built and as text side by side, with what the desk says of it. */
export function EditForm({ name, content, onFresh }: { name: string; content: FileContent; onFresh: () => void }) {
  const { t } = useTranslation(["step-forms", "author"]);
  const me = useMe();
  const [, go] = useLocation();
  const { modal } = App.useApp();
  const path = stepFormPath(name);
  const draft = useDraft(draftOfForm(name), content.files);
  const { files, base } = draft;
  const text = files[path] ?? "";
  const isGone = files[path] === undefined && base[path] !== undefined;
  const readOnly = !(content.editable ?? isAuthor(me));
  const wish = readOnly ? undefined : draft.wish;
  const check = useCheck({ wish, planned: undefined });
  const [told, setTold] = useState<{ faults: Schemas["Fault"][]; files: Files }>({ faults: [], files: {} });
  const [part, setPart] = useState<Part>("form");
  const [slot, setSlot] = useState<HTMLElement | null>(null);
  const isBeside = useIsWide() && part === "form" && !isGone;
  const editor = useRef<CodeEditorHandle>(null);

  const faults = useMemo(() => {
    const fresh = told.faults.filter(({ file }) => told.files[file] === files[file]);
    const json = isGone ? undefined : jsonFault(path, text);
    return allFindings({ check: check.findings, told: fresh, json, own: [path, ...Object.keys(check.wish ?? {})] });
  }, [told, files, path, text, isGone, check.findings, check.wish]);
  const marks = useMemo(() => faults.filter(({ file }) => file === path), [faults, path]);

  const ways: Ways = {
    opens: (file) => (file === path && !isGone) || (isShared(file) && files[file] !== undefined),
    to: ({ file, line, column }) => (file === path ? editor.current?.goTo(line, column) : setPart("translations")),
  };
  const published = () => {
    draft.published();
    if (isGone) go("/forms");
    void queries.invalidateQueries({ queryKey: ["content"] });
    // Whoever has the form open in a ticket sees it as it is now.
    void queries.invalidateQueries({ queryKey: ["step-form"] });
    onFresh();
  };
  const discard = () => {
    draft.discard();
    // Of a form that is not in force, nothing is left to be looked at.
    if (content.files[path] === undefined) go("/forms");
  };
  // Scripts that say a field's new name are published with it.
  const beside = Object.keys(base).filter((file) => file !== path && !isShared(file));
  const title = asObject(parsed(text))["title"];

  const asText = !isGone && (
    <section className="card" aria-labelledby="form-text">
      <h2 id="form-text">{t("author:parts.schema")}</h2>
      <EditorTab ref={editor} value={text} onChange={(next) => draft.put(path, next)} language="json" faults={marks} label={t("author:parts.schema")} readOnly={readOnly} />
    </section>
  );

  return (
    <Page title={typeof title === "string" && title !== "" ? title : t("formNamed", { name })} actions={<Go to="/forms">{t("toAll")}</Go>}>
      {draft.isKept && wish && content.files[path] !== undefined && <Alert className="gap-below" type="info" showIcon closable title={t("author:kept")} />}
      {readOnly && <Alert className="gap-below" type="info" showIcon title={t("readOnlyWhy")} />}
      <FormUses name={name} onRemove={readOnly || isGone || content.files[path] === undefined ? undefined : () => draft.remove(path)} />
      <div className="author">
        <div className="author-texts">
          {isGone ? (
            <Alert type="warning" showIcon title={t("goes")} action={<Button onClick={() => draft.put(path, base[path] ?? "")}>{t("keep")}</Button>} />
          ) : (
            <FormParts name={name} content={content} draft={draft} part={part} onPart={setPart} ways={ways} readOnly={readOnly} onFresh={published} beside={slot} />
          )}
          <Findings faults={faults} ways={ways} problem={check.problem} onRetry={check.retry} />
          {isBeside && asText}
        </div>
        <div className="author-side">
          {!readOnly && (
            <PublishPanel
              read={(shared) => readContent(path, [...shared, ...beside])}
              files={files}
              base={base}
              plan={undefined}
              onFaults={(found) => setTold({ faults: found, files })}
              onPublished={published}
              onDiscard={() => void modal.confirm({ title: t("author:publish.discardSure"), okText: t("author:publish.discard"), onOk: discard })}
              onRebase={draft.rebase}
            />
          )}
          {isBeside ? <div ref={setSlot} className="author-beside" /> : asText}
        </div>
      </div>
    </Page>
  );
}
