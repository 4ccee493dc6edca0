import { Tabs } from "antd";
import { useMemo, type ReactNode, type RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { AboutItem } from "./builder/AboutItem";
import { fieldsOf } from "./builder/fields";
import { FormBuilder } from "./builder/FormBuilder";
import { laidOut } from "./builder/layout";
import type { CodeEditorHandle } from "./CodeEditor";
import { asObject, formPath, parsed, scenariosPath, scriptPath, type Files } from "./content";
import type { Wish } from "./drafts";
import { EditorTab } from "./EditorTab";
import { FormsOfSteps } from "./forms/FormsOfSteps";
import { useDeskCurrency } from "./palette/usePaletteNames";
import { StepPalette } from "./palette/StepPalette";
import type { Ways } from "./PlaceLink";
import { textsOfScript } from "./script-texts";
import { firstScenarios, isOutdated, type useTrial } from "./scenarios";
import { ScenariosPart } from "./ScenariosPart";
import { textsOfForm } from "./translations";
import { TranslationsPart, useTranslated } from "./TranslationsPart";
import type { useDraft } from "./useDraft";
import { VersionsPart } from "./VersionsPart";

export const parts = ["script", "form", "schema", "scenarios", "translations", "versions"] as const;
export type Part = (typeof parts)[number];

interface Props {
  item: string;
  workflow: string;
  inForce: Files;
  draft: ReturnType<typeof useDraft>;
  wish: Wish | undefined;
  part: Part;
  onPart: (part: Part) => void;
  faults: Schemas["Fault"][];
  /** What the author has filled in beside the builder. */
  filled: Record<string, unknown>;
  onFilled: (filled: Record<string, unknown>) => void;
  trial: ReturnType<typeof useTrial>;
  editor: RefObject<CodeEditorHandle | null>;
  ways: Ways;
  readOnly: boolean;
  onFresh: () => void;
  /** Where the form as people see it has room beside the builder. */
  beside: HTMLElement | null;
}

/** Each text of an item in a tab of its own. */
export function ItemTexts({ item, workflow, inForce, draft, wish, part, onPart, faults, filled, onFilled, trial, editor, ways, readOnly, onFresh, beside }: Props) {
  const { t } = useTranslation("author");
  const { files, put } = draft;
  const form = formPath(item);
  const scenarios = scenariosPath(workflow);
  const schema = parsed(files[form]);
  const translated = useTranslated(!readOnly);
  const script = files[scriptPath(workflow)] ?? "";
  const shown = useMemo(() => [...new Set([...textsOfForm(schema), ...textsOfScript(script)])], [files[form], script]);
  const fields = useMemo(() => fieldsOf(asObject(parsed(files[form]))), [files[form]]);
  const ofDesk = useDeskCurrency();
  const price = asObject(asObject(asObject(schema)["x-catalog"])["price"]);
  const currency = typeof price["currency"] === "string" && price["currency"] !== "" ? price["currency"] : ofDesk;
  const isOld = trial.data !== undefined && isOutdated(trial.data, files);

  // A new list of findings draws the editor's marks anew: it is made only where it is another.
  const told = useMemo(() => (trial.data?.trial && !isOld ? trial.data.faults : []), [trial.data, isOld]);
  const marks = useMemo(() => {
    const of = (file: string) => faults.filter((fault) => fault.file === file);
    return { [scriptPath(workflow)]: of(scriptPath(workflow)), [form]: of(form), [scenarios]: [...of(scenarios), ...told.filter(({ file }) => file === scenarios)] };
  }, [faults, told, workflow, form, scenarios]);

  const editorOf = (file: string, language: "script" | "scenarios" | "json", label: string) => (
    <EditorTab
      ref={editor}
      value={files[file] ?? ""}
      onChange={(text) => put(file, text)}
      language={language}
      formFields={fields}
      faults={marks[file] ?? []}
      label={label}
      readOnly={readOnly}
    />
  );
  const others = useMemo(() => Object.fromEntries(Object.entries(files).filter(([path]) => path !== form)), [files, form]);
  const build = (next: Record<string, unknown>, texts: Files = {}) => {
    put(form, laidOut(next));
    for (const [path, text] of Object.entries(texts)) put(path, text);
  };
  const begin = () => put(scenarios, firstScenarios(String(asObject(schema)["title"] ?? item), schema));

  const tabs: { key: Part; label: string; children: ReactNode }[] = [
    {
      key: "script",
      label: t("parts.script"),
      children: (
        <>
          {!readOnly && <StepPalette schema={schema} editor={editor} />}
          <FormsOfSteps script={files[scriptPath(workflow)] ?? ""} readOnly={readOnly} />
          {editorOf(scriptPath(workflow), "script", t("parts.script"))}
        </>
      ),
    },
    {
      key: "form",
      label: t("parts.form"),
      children:
        schema === undefined ? (
          <p>{t("author-builder:unreadable")}</p>
        ) : (
          <FormBuilder
            owner="item"
            schema={asObject(schema)}
            onChange={build}
            filled={filled}
            onFilled={onFilled}
            readOnly={readOnly}
            texts={others}
            ways={ways}
            isShared={workflow !== item}
            published={inForce[form]}
            currency={currency}
            beside={beside}
          >
            <AboutItem schema={asObject(schema)} onChange={build} readOnly={readOnly} />
          </FormBuilder>
        ),
    },
    { key: "schema", label: t("parts.schema"), children: editorOf(form, "json", t("parts.schema")) },
    {
      key: "scenarios",
      label: t("parts.scenarios"),
      children: (
        <ScenariosPart
          editor={files[scenarios] === undefined ? undefined : editorOf(scenarios, "scenarios", t("parts.scenarios"))}
          onBegin={readOnly ? undefined : begin}
          onRun={() => trial.mutate({ wish, files })}
          busy={trial.isPending}
          problem={trial.error}
          tried={trial.data}
          isOld={isOld}
          ways={ways}
        />
      ),
    },
    { key: "versions", label: t("parts.versions"), children: <VersionsPart item={item} workflow={workflow} inForce={inForce} onTake={put} onFresh={onFresh} /> },
  ];
  // Translations are for who may publish them; elsewhere there is nothing to do with them.
  if (translated.data && translated.data.length > 0) {
    const children = <TranslationsPart paths={translated.data} files={files} shown={shown} onChange={draft.putShared} />;
    tabs.splice(-1, 0, { key: "translations", label: t("parts.translations"), children });
  }
  const isThere = translated.isLoading || tabs.some(({ key }) => key === part);
  return <Tabs className="author-tabs" activeKey={isThere ? part : "script"} onChange={(key) => onPart(key as Part)} destroyOnHidden tabBarGutter={0} items={tabs} />;
}
