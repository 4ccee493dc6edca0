import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";
import type { CodeEditorHandle } from "../CodeEditor";
import { EditorTab } from "../EditorTab";
import { SectionHead } from "./SectionHead";

interface Props {
  text: string;
  onChange: (text: string) => void;
  faults: Schemas["Fault"][];
  editor: RefObject<CodeEditorHandle | null>;
  /** What was said in the forms is on its way into the text. */
  isBehind: boolean;
  readOnly: boolean;
}

/** The rules as the file says them. */
export function PolicyText({ text, onChange, faults, editor, isBehind, readOnly }: Props) {
  const { t } = useTranslation("policy");
  return (
    <div className="policy-section">
      <SectionHead name="text" />
      {isBehind && <p role="status">{t("writing")}</p>}
      <EditorTab ref={editor} value={text} onChange={onChange} language="toml" faults={faults} label={t("textLabel")} readOnly={readOnly || isBehind} />
    </div>
  );
}
