import { Checkbox, Input, InputNumber, Select, Switch } from "antd";
import { names } from "../builder/json-place";
import { idOf, useBench, type Control } from "./bench";
import { cleared } from "./schema";
import { useWords } from "./words";

// Controls of one value each. What is emptied is said no more, where it need not be.

export function TextControl({ node, place, value, isRequired, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  return (
    <Input
      id={idOf(place)}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      readOnly={readOnly}
      value={typeof value === "string" ? value : ""}
      placeholder={typeof node.default === "string" ? node.default : undefined}
      onChange={({ target }) => set(place, target.value === "" ? cleared(node, isRequired) : target.value)}
    />
  );
}

export function NumberControl({ node, place, name, value, isRequired, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  const unit = useWords().unit(name);
  return (
    <InputNumber
      id={idOf(place)}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      readOnly={readOnly}
      changeOnWheel={false}
      value={typeof value === "number" ? value : null}
      min={node.minimum}
      max={node.maximum}
      {...(node.type === "integer" ? { precision: 0 } : {})}
      {...(unit ? { suffix: unit } : {})}
      placeholder={typeof node.default === "number" ? String(node.default) : undefined}
      onChange={(next) => (typeof next === "number" || !isRequired) && set(place, next ?? undefined)}
    />
  );
}

export function YesNoControl({ node, place, value, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  const isOn = typeof value === "boolean" ? value : node.default === true;
  return (
    <div>
      <Switch id={idOf(place)} {...(label ? { "aria-label": label } : {})} aria-describedby={describedBy} disabled={readOnly} checked={isOn} onChange={(next) => set(place, next)} />
    </div>
  );
}

export function ChoiceControl({ node, place, name, value, isRequired, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  const words = useWords();
  const options = (node.enum ?? []).map((one) => ({ value: one as string, label: words.value(name, one) }));
  return (
    <Select
      id={idOf(place)}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      disabled={readOnly}
      allowClear={!isRequired && !readOnly}
      value={(value as string | undefined) ?? null}
      placeholder={node.default === undefined ? undefined : words.value(name, node.default)}
      options={options}
      onChange={(next: string | null) => set(place, next ?? undefined)}
    />
  );
}

export function ChecksControl({ node, place, name, value, isRequired }: Control) {
  const { readOnly, set } = useBench();
  const words = useWords();
  const choices = node.items?.enum ?? [];
  const chosen = names(value ?? node.default);
  // In the order of the schema, whatever was ticked first; what is ticked nowhere is no key.
  const put = (next: string[]) => set(place, next.length === 0 ? cleared(node, isRequired) : choices.filter((one) => next.includes(String(one))));
  return <Checkbox.Group disabled={readOnly} value={chosen} options={choices.map((one) => ({ value: String(one), label: words.value(name, one) }))} onChange={(next) => put(next as string[])} />;
}

/** Texts of one's own, each ended by Enter or a comma. */
export function TextsControl({ node, place, value, isRequired, label, describedBy }: Control) {
  const { readOnly, set } = useBench();
  return (
    <Select
      id={idOf(place)}
      mode="tags"
      open={false}
      suffixIcon={null}
      tokenSeparators={[","]}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      disabled={readOnly}
      value={names(value)}
      placeholder={names(node.default).join(", ")}
      onChange={(next: string[]) => set(place, next.length === 0 ? cleared(node, isRequired) : next)}
    />
  );
}
