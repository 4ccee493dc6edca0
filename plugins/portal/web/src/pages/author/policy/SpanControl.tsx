import { Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idOf, useBench, type Control } from "./bench";
import { readSpan, unitsOf, writeSpan, type Unit } from "./spans";

/** So long: a number and its unit. */
export function SpanControl({ node, place, value, isRequired, label, describedBy, isNarrow }: Control & { isNarrow?: boolean }) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const span = readSpan(value);
  const usual = readSpan(node.default);
  const open = unitsOf(node.pattern);
  const [wanted, setWanted] = useState<Unit>();
  const unit = span?.unit ?? wanted ?? usual?.unit ?? (open.includes("d") ? "d" : (open[0] as Unit));
  const id = idOf(place);
  // Written in some other way: it is left to whoever did.
  if (value !== undefined && !span) {
    return <Input id={id} {...(label ? { "aria-label": label } : {})} aria-describedby={describedBy} readOnly={readOnly} value={String(value)} onChange={({ target }) => set(place, target.value || undefined)} />;
  }
  const count = (next: number | null) => {
    if (next !== null) set(place, writeSpan({ count: next, unit }));
    else if (!isRequired) set(place, undefined);
  };
  const choose = (next: Unit) => (span ? set(place, writeSpan({ ...span, unit: next })) : setWanted(next));
  return (
    <div className="policy-span">
      <InputNumber
        id={id}
        {...(label ? { "aria-label": label } : {})}
        aria-describedby={describedBy}
        readOnly={readOnly}
        changeOnWheel={false}
        min={0}
        max={99999}
        precision={0}
        controls={false}
        value={span?.count ?? null}
        placeholder={usual ? String(usual.count) : "—"}
        onChange={count}
      />
      <Select
        aria-label={label ? t("unitOf", { name: label }) : t("unitName")}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={unit}
        options={[...new Set([...open, unit])].map((one) => ({ value: one, label: isNarrow ? t(`shortUnits.${one}`) : t(`units.${one}`) }))}
        onChange={choose}
      />
    </div>
  );
}
