import { Alert, App } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import type { Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { useMe } from "../../session/session";
import { Go } from "../../shell/Go";
import { Later } from "../../shell/Later";
import { Page } from "../../shell/Page";
import { mayPublish } from "./AuthorPage";
import type { CodeEditorHandle } from "./CodeEditor";
import { asObject, formPath, parsed, readItem, scenariosPath, scriptPath, workflowOf, type Files, type ItemContent } from "./content";
import { allFindings } from "./all-findings";
import { Findings } from "./Findings";
import { ItemTexts, parts, type Part } from "./ItemTexts";
import { jsonFault } from "./json-fault";
import { PathPanel } from "./PathPanel";
import type { Ways } from "./PlaceLink";
import { PublishPanel } from "./PublishPanel";
import { useTrial } from "./scenarios";
import { isShared, withoutShared } from "./translations";
import { useCheck } from "./useCheck";
import { useDraft } from "./useDraft";
import { useIsWide } from "./useIsWide";
import { useSettled } from "../../time/settled";

/** The texts of an item side by side with what the desk says of them. */
export function EditItem({ item, content, onFresh }: { item: string; content: ItemContent; onFresh: () => void }) {
  const { t } = useTranslation("author");
  const me = useMe();
  const { modal } = App.useApp();
  const [address, setAddress] = useSearchParams();
  const part = parts.find((name) => name === address.get("part")) ?? "script";
  const inForce = content.files;
  const draft = useDraft(item, inForce);
  const { files, base } = draft;
  const [told, setTold] = useState<{ faults: Schemas["Fault"][]; files: Files }>({ faults: [], files: {} });
  const [filled, setFilled] = useState<Record<string, unknown>>({});
  const editor = useRef<CodeEditorHandle>(null);
  // The form as people see it stands beside its fields; what stood there goes below them.
  const [beside, setBeside] = useState<HTMLElement | null>(null);
  const isBeside = useIsWide() && part === "form";

  const form = files[formPath(item)] ?? "";
  const workflow = workflowOf(item, form);
  const paths = { script: scriptPath(workflow), form: formPath(item), scenarios: scenariosPath(workflow) };
  const script = files[paths.script] ?? "";
  const schema = asObject(parsed(form));
  const readOnly = !mayPublish(me, String(asObject(schema["x-catalog"])["category"] ?? ""));
  const wish = readOnly ? undefined : draft.wish;
  const isPlanned = wish !== undefined && paths.script in wish && inForce[paths.script] !== undefined;
  const check = useCheck({ wish, planned: isPlanned ? { workflow, source: script } : undefined });
  const trial = useTrial(workflow);
  const asked = { item, version: versionOf(inForce, paths), wish: wish && withoutShared(check.wish), filled: useSettled(filled, 500) };

  // What publishing told counts as long as the text is the one that it is about.
  const faults = useMemo(() => {
    const fresh = told.faults.filter(({ file }) => told.files[file] === files[file]);
    const json = form === "" ? undefined : jsonFault(paths.form, form);
    return allFindings({ check: check.findings, told: fresh, json, own: [paths.form, paths.script, paths.scenarios, ...Object.keys(check.wish ?? {})] });
  }, [told, files, form, paths.form, paths.script, paths.scenarios, check.findings, check.wish]);

  const show = (next: Part) => setAddress({ part: next }, { replace: true });
  const partOf = (file: string): Part | undefined => {
    if (file === paths.script) return "script";
    if (file === paths.form) return "schema";
    if (file === paths.scenarios) return "scenarios";
    return isShared(file) && files[file] !== undefined ? "translations" : undefined;
  };
  const ways: Ways = {
    opens: (file) => partOf(file) !== undefined,
    to: ({ file, line, column }) => {
      const next = partOf(file);
      if (!next) return;
      show(next);
      // The editor of the other tab has to be there first.
      setTimeout(() => editor.current?.goTo(line, column), next === part ? 0 : 300);
    },
  };
  const published = () => {
    draft.published();
    void queries.invalidateQueries({ queryKey: ["content"] });
    void queries.invalidateQueries({ queryKey: ["catalog"] });
    onFresh();
  };

  const allWays = (
    <Later>
      <PathPanel asked={asked} isSound={check.isSound} isFaulty={check.isFaulty} ways={ways} />
    </Later>
  );

  return (
    <Page title={typeof schema["title"] === "string" ? schema["title"] : item} actions={<Go to="/author">{t("toAll")}</Go>}>
      {draft.isKept && <Alert className="gap-below" type="info" showIcon closable title={t("kept")} />}
      {readOnly && <Alert className="gap-below" type="info" showIcon title={t("readOnlyWhy")} />}
      <div className="author">
        <div className="author-texts">
          <ItemTexts
            item={item}
            workflow={workflow}
            inForce={inForce}
            draft={draft}
            wish={wish}
            part={part}
            onPart={show}
            faults={faults}
            filled={filled}
            onFilled={setFilled}
            trial={trial}
            editor={editor}
            ways={ways}
            readOnly={readOnly}
            onFresh={published}
            beside={beside}
          />
          <Findings faults={faults} ways={ways} problem={check.problem} onRetry={check.retry} />
          {isBeside && allWays}
        </div>
        <div className="author-side">
          {!readOnly && (
            <PublishPanel
              read={(shared) => readItem(item, shared)}
              files={files}
              base={base}
              plan={isPlanned ? check.plan : undefined}
              onFaults={(found) => setTold({ faults: found, files })}
              onPublished={published}
              onDiscard={() => void modal.confirm({ title: t("publish.discardSure"), okText: t("publish.discard"), onOk: draft.discard })}
              onRebase={draft.rebase}
            />
          )}
          {isBeside ? <div ref={setBeside} className="author-beside" /> : allWays}
        </div>
      </div>
    </Page>
  );
}

/** Stands for what is in force; nothing for an item that is not. */
function versionOf(inForce: Files, { form, script }: { form: string; script: string }): string | undefined {
  return inForce[form] === undefined ? undefined : `${inForce[form]}${inForce[script] ?? ""}`;
}
