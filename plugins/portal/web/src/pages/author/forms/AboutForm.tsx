import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { put, type Json } from "../builder/json-place";
import { Setting } from "../builder/Setting";

interface Props {
  schema: Json;
  onChange: (schema: Json) => void;
  readOnly: boolean;
}

/** How authors know the form; who fills it in reads the name of the step. */
export function AboutForm({ schema, onChange, readOnly }: Props) {
  const { t } = useTranslation("step-forms");
  return (
    <fieldset className="builder-field" disabled={readOnly} aria-label={t("aboutForm")}>
      <Setting id="form-title" label={t("new.title")} hint={t("new.titleHint")}>
        <Input id="form-title" aria-describedby="form-title-hint" maxLength={100} value={String(schema["title"] ?? "")} onChange={({ target }) => onChange(put(schema, ["title"], target.value))} />
      </Setting>
    </fieldset>
  );
}
