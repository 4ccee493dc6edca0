import { InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Field } from "../builder/fields";
import { units, type Limit, type Unit } from "./limit";

interface Props {
  id: string;
  value: Limit;
  onChange: (limit: Limit) => void;
  fields: Field[];
  /** Whether the policy may say it. */
  mayBePolicy: boolean;
  label?: string;
}

/** So long, or until a date of the form. */
export function LimitField({ id, value, onChange, fields, mayBePolicy, label }: Props) {
  const { t } = useTranslation("palette");
  const dates = fields.filter(({ kind }) => kind === "date" || kind === "moment");
  const options = [
    ...(mayBePolicy ? [{ value: "policy", label: t("limit.policy") }] : []),
    { value: "within", label: mayBePolicy ? t("limit.within") : t("limit.for") },
    ...dates.map(({ name, title }) => ({ value: `due ${name}`, label: t("limit.due", { title: title || name }) })),
  ];
  const choose = (key: string) =>
    onChange(key === "policy" ? { is: "policy" } : key === "within" ? { is: "within", count: 2, unit: "wd" } : { is: "due", field: key.slice(4), before: 0 });
  return (
    <div className="palette-pair">
      <Select id={id} {...(label ? { "aria-label": label } : {})} value={value.is === "due" ? `due ${value.field}` : value.is} onChange={choose} options={options} />
      {value.is === "within" && (
        <div className="palette-span">
          <InputNumber aria-label={t("limit.count")} min={1} max={999} precision={0} value={value.count} onChange={(count) => onChange({ ...value, count: count ?? 1 })} />
          <Select
            aria-label={t("limit.unit")}
            value={value.unit}
            onChange={(unit: Unit) => onChange({ ...value, unit })}
            options={units.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
          />
        </div>
      )}
      {value.is === "due" && (
        <label className="palette-span">
          <InputNumber min={0} max={365} precision={0} value={value.before} onChange={(before) => onChange({ ...value, before: before ?? 0 })} />
          <span>{t("limit.before")}</span>
        </label>
      )}
    </div>
  );
}
