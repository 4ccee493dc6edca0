import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { draftedForms } from "../drafts";
import { titleFrom, useForms } from "../forms/forms";
import { NewForm } from "../forms/NewForm";
import { Labelled } from "./Labelled";

interface Props {
  label: string;
  of: string;
  value: string;
  onChange: (form: string) => void;
  /** What it is answered with where no form is chosen. */
  none: string;
  inForce: string[];
}

/** What people read, and below it what the script says. */
function Titled({ label, name }: { label: string; name?: string }) {
  return (
    <span className="palette-form-option">
      <span>{label}</span>
      {name && <code className="quiet">{name}</code>}
    </span>
  );
}

/** The form that a step is answered with: one that there is, or one that is begun here. */
export function FormField({ label, of, value, onChange, none, inForce }: Props) {
  const { t } = useTranslation(["palette", "step-forms"]);
  const begun = draftedForms().filter((name) => !inForce.includes(name));
  const titles = new Map((useForms().forms ?? []).map(({ name, facts }) => [name, facts?.title]));
  const options: { value: string; label: string; name?: string }[] = [
    { value: "", label: none },
    ...inForce.map((name) => ({ value: name, label: titles.get(name) || name, name })),
    ...begun.map((name) => ({ value: name, label: titleFrom(name), name: `${name} (${t("step-forms:unpublished")})` })),
  ];
  const hint = begun.includes(value) ? t("step-forms:publishFirst") : undefined;
  return (
    <>
      <Labelled label={label} of={of} hint={hint}>
        <Select id={of} value={value} onChange={onChange} options={options} showSearch={{ optionFilterProp: ["label", "value"] }} optionRender={({ data }) => <Titled {...data} />} />
      </Labelled>
      <div className="palette-beside">
        <NewForm taken={[...inForce, ...begun]} okText={t("step-forms:new.take")} onBegun={onChange} />
      </div>
    </>
  );
}
