import { Alert, App } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { Go } from "../../../shell/Go";
import { Page } from "../../../shell/Page";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import { allFindings } from "../all-findings";
import type { CodeEditorHandle } from "../CodeEditor";
import type { Files } from "../content";
import { draftOfPolicy } from "../drafts";
import { Findings } from "../Findings";
import type { Ways } from "../PlaceLink";
import { PublishPanel } from "../PublishPanel";
import { useCheck } from "../useCheck";
import { useDraft } from "../useDraft";
import { path, readContent, type PolicyContent } from "./api";
import type { Bench } from "./bench";
import { countsOf, lineOf, marksOf } from "./marks";
import { PolicyNav } from "./PolicyNav";
import { PolicyParts } from "./PolicyParts";
import { PolicyText } from "./PolicyText";
import { PolicyVersions } from "./PolicyVersions";
import { rebased } from "./rebased";
import { placeOfLine, sectionOf, sectionsOf } from "./sections";
import type { Node } from "./schema";
import { useDeskNames } from "./useDeskNames";
import { useLeading } from "./useLeading";
import { usePolicy } from "./usePolicy";
import { set } from "./rows";

interface Props {
  schema: Node;
  content: PolicyContent;
  section: string;
  onFresh: () => void;
}

/** The desk's rules as forms and as a text, with what the desk says of them. */
export function EditPolicy({ schema, content, section, onFresh }: Props) {
  const { t } = useTranslation(["policy", "author"]);
  const { modal } = App.useApp();
  const [, go] = useLocation();
  const draft = useDraft(draftOfPolicy, content.files);
  const { files, base } = draft;
  const text = files[path] ?? "";
  const put = (next: string) => draft.put(path, next);
  const readOnly = !content.editable;
  const rules = usePolicy(text, put);
  const names = useDeskNames();
  const check = useCheck({ wish: readOnly ? undefined : draft.wish, planned: undefined });
  const [told, setTold] = useState<{ faults: Schemas["Fault"][]; text: string }>({ faults: [], text: "" });
  const editor = useRef<CodeEditorHandle>(null);
  const sections = useMemo(() => sectionsOf(schema), [schema]);
  const { target, lead } = useLeading();

  const faults = useMemo(() => {
    const fresh = told.text === text ? told.faults : [];
    return allFindings({ check: check.findings, told: fresh, json: undefined, own: [path] });
  }, [told, text, check.findings]);
  const isText = section === "text";
  const toText = (line: number, column: number) => {
    go("/policy/text");
    // The editor has to be there first.
    setTimeout(() => editor.current?.goTo(line, column), isText ? 0 : 300);
  };
  const ways: Ways = {
    opens: (file) => file === path,
    to: ({ line, column }) => {
      const place = placeOfLine(text, line);
      const home = sectionOf(sections, place);
      if (isText || rules.shown.is !== "there" || !home) return toText(line, column);
      go(`/policy/${home}`);
      lead(place);
    },
  };
  const bench: Omit<Bench, "policy"> = {
    schema,
    readOnly,
    set: (place, value) => rules.change((policy) => set(schema, policy, place, value)),
    change: rules.change,
    marks: useMemo(() => marksOf(faults, path, text), [faults, text]),
    target,
    toText: (place) => toText(lineOf(text, place), 1),
    offers: names.offers,
  };
  const settle = async (): Promise<Files> => ({ ...files, [path]: await rules.settle() });
  const published = () => {
    draft.published();
    void queries.invalidateQueries({ queryKey: ["content"] });
    void queries.invalidateQueries({ queryKey: ["codes"] });
    onFresh();
  };
  const discard = () => {
    rules.drop();
    draft.discard();
  };
  const rebase = async (theirs: Files) => {
    const merged = await rebased({ mine: text, base: base[path] ?? "", theirs: theirs[path] ?? "" });
    draft.rebase(theirs);
    put(merged);
  };

  return (
    <Page title={t("title")} actions={<Go to="/author">{t("author:title")}</Go>}>
      {draft.isKept && draft.wish && !readOnly && <Alert className="gap-below" type="info" showIcon closable title={t("author:kept")} />}
      {readOnly && <Alert className="gap-below" type="info" showIcon title={t("readOnlyWhy")} />}
      {rules.problem != null && (
        <div className="gap-below">
          <ProblemNotice problem={rules.problem} onRetry={rules.retry} />
        </div>
      )}
      {names.problem && (
        <div className="gap-below">
          <ProblemNotice problem={names.problem} onRetry={names.retry} />
        </div>
      )}
      <div className="policy">
        <PolicyNav sections={sections} current={section} counts={countsOf(faults, path, text, sections)} />
        <div className="policy-main">
          {isText ? (
            <PolicyText text={text} onChange={put} faults={faults.filter(({ file }) => file === path)} editor={editor} isBehind={rules.isBehind} readOnly={readOnly} />
          ) : section === "versions" ? (
            <PolicyVersions
              onTake={(old) => {
                rules.drop();
                put(old);
                go("/policy/text");
              }}
              onRolledBack={published}
            />
          ) : (
            <PolicyParts section={section} sections={sections} rules={rules} bench={bench} onText={toText} />
          )}
        </div>
        <div className="policy-side">
          {!readOnly && (
            <>
              <PublishPanel
                read={readContent}
                files={files}
                base={base}
                plan={undefined}
                settle={settle}
                onFaults={(found) => setTold({ faults: found, text })}
                onPublished={published}
                onDiscard={() => void modal.confirm({ title: t("author:publish.discardSure"), okText: t("author:publish.discard"), onOk: discard })}
                onRebase={(theirs) => void rebase(theirs)}
                overtaken={t("overtaken")}
              />
              <Findings faults={faults} ways={ways} problem={check.problem} onRetry={check.retry} />
            </>
          )}
        </div>
      </div>
    </Page>
  );
}
