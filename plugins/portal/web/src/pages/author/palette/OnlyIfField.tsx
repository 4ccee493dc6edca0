import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Field } from "../builder/fields";
import { Labelled } from "./Labelled";
import { always, answersFor, deciding, type OnlyIf } from "./only-if";

interface Props {
  value: OnlyIf;
  onChange: (value: OnlyIf) => void;
  fields: Field[];
  lack: string | undefined;
}

/** With which answer of the form the step is taken; always, where none is chosen. */
export function OnlyIfField({ value, onChange, fields, lack }: Props) {
  const { t } = useTranslation("palette");
  const able = deciding(fields);
  if (able.length === 0) return null;
  const answers = answersFor(fields, value.field).map(({ value: said, title, isYes }) => ({ value: said, label: title ?? (isYes === undefined ? said : t(isYes ? "onlyIf.yes" : "onlyIf.no")) }));
  return (
    <>
      <Labelled label={t("onlyIf.label")} of="step-only-if">
        <Select
          id="step-only-if"
          value={value.field}
          showSearch={{ optionFilterProp: "label" }}
          options={[{ value: "", label: t("onlyIf.always") }, ...able.map(({ name, title }) => ({ value: name, label: title || name }))]}
          onChange={(field: string) => onChange(field === "" ? always : { field, answer: "" })}
        />
      </Labelled>
      {value.field !== "" && (
        <Labelled label={t("onlyIf.answer")} of="step-only-if-answer" lack={lack}>
          <Select id="step-only-if-answer" value={value.answer || null} placeholder={t("choose")} options={answers} onChange={(answer: string) => onChange({ ...value, answer })} />
        </Labelled>
      )}
    </>
  );
}
