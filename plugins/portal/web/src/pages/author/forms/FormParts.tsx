import { Tabs } from "antd";
import { useMemo, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FormBuilder } from "../builder/FormBuilder";
import type { Json } from "../builder/json-place";
import { laidOut } from "../builder/layout";
import { asObject, parsed, type Files } from "../content";
import type { FileContent } from "../in-force";
import type { Ways } from "../PlaceLink";
import { textsOfForm } from "../translations";
import { TranslationsPart, useTranslated } from "../TranslationsPart";
import type { useDraft } from "../useDraft";
import { VersionsOf } from "../VersionsPart";
import { AboutForm } from "./AboutForm";
import { stepFormPath, useScriptsOf } from "./forms";

export type Part = "form" | "translations" | "versions";

interface Props {
  name: string;
  content: FileContent;
  draft: ReturnType<typeof useDraft>;
  part: Part;
  onPart: (part: Part) => void;
  ways: Ways;
  readOnly: boolean;
  onFresh: () => void;
  /** Where the form as it is answered has room beside the builder. */
  beside: HTMLElement | null;
}

/** The form in the builder, what people read of it in their languages, and what it was before. */
export function FormParts({ name, content, draft, part, onPart, ways, readOnly, onFresh, beside }: Props) {
  const { t } = useTranslation(["author", "author-builder"]);
  const { files, put, putShared } = draft;
  const path = stepFormPath(name);
  const schema = parsed(files[path]);
  const [filled, setFilled] = useState<Json>({});
  const scripts = useScriptsOf(name);
  const others = useMemo(() => ({ ...scripts, ...Object.fromEntries(Object.entries(files).filter(([file]) => file !== path)) }), [scripts, files, path]);
  const translated = useTranslated(!readOnly);
  const build = (next: Json, texts: Files = {}) => {
    put(path, laidOut(next));
    for (const [file, text] of Object.entries(texts)) putShared(file, scripts[file] ?? "", text);
  };

  const tabs: { key: Part; label: string; children: ReactNode }[] = [
    {
      key: "form",
      label: t("parts.form"),
      children:
        schema === undefined ? (
          <p>{t("author-builder:unreadable")}</p>
        ) : (
          <FormBuilder owner="step" schema={asObject(schema)} onChange={build} filled={filled} onFilled={setFilled} readOnly={readOnly} texts={others} ways={ways} isShared={false} published={content.files[path]} beside={beside}>
            <AboutForm schema={asObject(schema)} onChange={build} readOnly={readOnly} />
          </FormBuilder>
        ),
    },
    {
      key: "versions",
      label: t("parts.versions"),
      children: <VersionsOf title={t("parts.schema")} kind="form of steps" name={name} path={path} inForce={content.files} onTake={put} onFresh={onFresh} />,
    },
  ];
  // Translations are for who may publish them; elsewhere there is nothing to do with them.
  if (translated.data && translated.data.length > 0) {
    const children = <TranslationsPart paths={translated.data} files={files} shown={textsOfForm(schema)} onChange={putShared} />;
    tabs.splice(-1, 0, { key: "translations", label: t("parts.translations"), children });
  }
  return <Tabs className="author-tabs" activeKey={part} onChange={(key) => onPart(key as Part)} destroyOnHidden tabBarGutter={0} items={tabs} />;
}
