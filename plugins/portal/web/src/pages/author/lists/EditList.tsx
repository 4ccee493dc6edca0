import { Alert, App, Button } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import type { Schemas } from "../../../api/client";
import { queries } from "../../../api/queries";
import { hasRole, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { Page } from "../../../shell/Page";
import { allFindings } from "../all-findings";
import type { Files } from "../content";
import { draftOfList } from "../drafts";
import { Findings } from "../Findings";
import type { FileContent } from "../in-force";
import type { Ways } from "../PlaceLink";
import { PublishPanel } from "../PublishPanel";
import { UsedBy } from "../UsedBy";
import { useCheck } from "../useCheck";
import { useDraft } from "../useDraft";
import { useUses } from "../uses";
import { readCsv } from "./csv";
import { atRows, rowOf } from "./list-findings";
import { mergedList } from "./list-merge";
import { namingLists } from "./list-uses";
import { listPath, readList } from "./lists";
import { ListFile } from "./ListFile";
import { ListTable, type ListHandle } from "./ListTable";
import { useDoubts } from "./useDoubts";
import { useHistory } from "./useHistory";

/** A list as a table, with what the desk says of it. */
export function EditList({ name, content, onFresh }: { name: string; content: FileContent; onFresh: () => void }) {
  const { t } = useTranslation(["lists", "author"]);
  const me = useMe();
  const [, go] = useLocation();
  const { modal } = App.useApp();
  const path = listPath(name);
  const uses = useUses(namingLists);
  const draft = useDraft(draftOfList(name), content.files);
  const { files, base } = draft;
  const text = files[path] ?? "";
  const isGone = files[path] === undefined && base[path] !== undefined;
  const csv = useMemo(() => readCsv(text), [text]);
  const put = (next: string) => draft.put(path, next);
  const history = useHistory(text, put);
  const table = useRef<ListHandle>(null);
  // Lists belong to no category: who may write them, the desk says; new ones are an admin's.
  const readOnly = !(content.editable ?? hasRole(me, "admin"));
  const wish = readOnly ? undefined : draft.wish;
  const check = useCheck({ wish, planned: undefined });
  const [told, setTold] = useState<{ faults: Schemas["Fault"][]; files: Files }>({ faults: [], files: {} });
  const doubts = useDoubts(csv, path);

  const faults = useMemo(() => {
    const fresh = told.faults.filter(({ file }) => told.files[file] === files[file]);
    const found = allFindings({ check: check.findings, told: fresh, json: undefined, own: [path] });
    const [own, others] = [found.filter(({ file }) => file === path), found.filter(({ file }) => file !== path)];
    return [...atRows(csv, own), ...others];
  }, [told, files, path, csv, check.findings]);
  const all = [...faults, ...doubts];
  const marks = new Map(
    [...new Set(all.filter(({ file, line }) => file === path && line > 0).map(({ line }) => line))].map((line) => {
      const here = all.filter((fault) => fault.file === path && fault.line === line);
      return [line, { texts: here.map(({ message }) => message), isFaulty: here.some(({ severity }) => (severity ?? "error") === "error") }];
    }),
  );

  const ways: Ways = { opens: (file) => file === path, to: ({ line }) => table.current?.goTo(Math.max(0, rowOf(line))) };
  const published = () => {
    draft.published();
    if (isGone) go("/lists");
    void queries.invalidateQueries({ queryKey: ["content"] });
    onFresh();
  };
  const discard = () => {
    draft.discard();
    // Of a list that is not in force, nothing is left to be looked at.
    if (content.files[path] === undefined) go("/lists");
  };
  const rebase = (theirs: Files) => {
    const merged = mergedList(text, base[path] ?? "", theirs[path] ?? "");
    draft.rebase(theirs);
    if (merged !== undefined) put(merged);
  };

  return (
    <Page title={t("listNamed", { name })} actions={<Go to="/lists">{t("toAll")}</Go>}>
      {draft.isKept && wish && content.files[path] !== undefined && <Alert className="gap-below" type="info" showIcon closable title={t("author:kept")} />}
      {readOnly && <Alert className="gap-below" type="info" showIcon title={t("readOnlyWhy")} />}
      <div className="list-about">
        <UsedBy uses={uses?.(name)} none={t("unused")} />
        {!isGone && <ListFile name={name} text={text} onImport={readOnly ? undefined : history.change} onRemove={readOnly || content.files[path] === undefined ? undefined : () => draft.remove(path)} />}
      </div>
      {isGone ? (
        <Alert type="warning" showIcon title={t("goes")} action={<Button onClick={() => put(base[path] ?? "")}>{t("keep")}</Button>} />
      ) : (
        <ListTable ref={table} name={name} csv={csv} history={history} marks={marks} readOnly={readOnly} />
      )}
      <div className="list-below">
        <Findings faults={all} ways={ways} problem={check.problem} onRetry={check.retry} />
        {!readOnly && (
          <PublishPanel
            read={() => readList(name)}
            files={files}
            base={base}
            plan={undefined}
            onFaults={(found) => setTold({ faults: found, files })}
            onPublished={published}
            onDiscard={() => void modal.confirm({ title: t("author:publish.discardSure"), okText: t("author:publish.discard"), onOk: discard })}
            onRebase={rebase}
            overtaken={t("overtaken")}
          />
        )}
      </div>
    </Page>
  );
}
