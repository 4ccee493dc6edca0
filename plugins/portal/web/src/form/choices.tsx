import { type WidgetProps } from "@rjsf/utils";
import { Checkbox, Radio, Select } from "antd";
import { useTranslation } from "react-i18next";
import { priceOf, type FormContext } from "./context";
import { describedBy } from "./described";

// Choices of a schema's constants, each with its price. The values of antd's
// controls are places in the list, so that a constant may be anything.

interface Choice {
  value: number;
  text: string;
  price: string | undefined;
}

function choicesOf({ options, registry }: WidgetProps): Choice[] {
  return (options.enumOptions ?? []).map((option, value) => ({
    value,
    text: option.label,
    price: priceOf(option.schema, registry.formContext as FormContext),
  }));
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function placesOf({ options, value }: WidgetProps, chosen: unknown[] = [value]): number[] {
  const places = chosen.map((one) => (options.enumOptions ?? []).findIndex((option) => same(option.value, one)));
  return places.filter((place) => place >= 0);
}

const valueAt = ({ options }: WidgetProps, place: number | undefined) =>
  place === undefined ? undefined : (options.enumOptions?.[place]?.value as unknown);

function Label({ choice }: { choice: Choice }) {
  return (
    <span className="choice">
      <span>{choice.text}</span>
      {choice.price && <span className="choice-price">{choice.price}</span>}
    </span>
  );
}

export function RadioChoice(props: WidgetProps) {
  const { id, disabled, readonly, onChange, rawErrors } = props;
  return (
    <Radio.Group
      id={id}
      className="choices"
      disabled={disabled || readonly}
      value={placesOf(props)[0]}
      onChange={({ target }) => onChange(valueAt(props, target.value as number))}
    >
      {choicesOf(props).map((choice, place) => (
        <Radio key={choice.value} value={choice.value} aria-describedby={describedBy(props)} aria-invalid={place === 0 && rawErrors?.length ? true : undefined}>
          <Label choice={choice} />
        </Radio>
      ))}
    </Radio.Group>
  );
}

export function ListChoice(props: WidgetProps) {
  const { t } = useTranslation("form");
  const { id, disabled, readonly, onChange, multiple, value, rawErrors, required, label, name } = props;
  const shared = {
    id,
    disabled: disabled || readonly,
    placeholder: t("choose"),
    style: { width: "100%" },
    showSearch: { optionFilterProp: "text" },
    options: choicesOf(props).map((choice) => ({ ...choice, label: <Label choice={choice} /> })),
    // The choice between kinds of a field: the label of the field belongs to another control.
    "aria-label": id.endsWith("of_select") ? label || name : undefined,
    "aria-describedby": describedBy(props),
    "aria-invalid": rawErrors?.length ? true : undefined,
    "aria-required": required || undefined,
  };
  if (multiple) {
    const chosen = placesOf(props, Array.isArray(value) ? value : []);
    return <Select {...shared} mode="multiple" value={chosen} onChange={(places: number[]) => onChange(places.map((place) => valueAt(props, place)))} />;
  }
  return <Select {...shared} allowClear={!required} value={placesOf(props)[0]} onChange={(place?: number) => onChange(valueAt(props, place))} />;
}

export function TickChoices(props: WidgetProps) {
  const { disabled, readonly, onChange, value } = props;
  const chosen = placesOf(props, Array.isArray(value) ? value : []);
  return (
    <Checkbox.Group
      className="choices"
      disabled={disabled || readonly}
      value={chosen}
      onChange={(places) => onChange((places as number[]).sort((a, b) => a - b).map((place) => valueAt(props, place)))}
    >
      {choicesOf(props).map((choice) => (
        <Checkbox key={choice.value} value={choice.value} aria-describedby={describedBy(props)}>
          <Label choice={choice} />
        </Checkbox>
      ))}
    </Checkbox.Group>
  );
}

export function Tick(props: WidgetProps) {
  const { id, value, disabled, readonly, onChange, label, schema, registry, required, rawErrors } = props;
  const price = priceOf(schema, registry.formContext as FormContext);
  // A yes that has to be given is needed; any other tick may stay empty, and is then no.
  const isNeeded = required && schema.const === true;
  return (
    <Checkbox
      id={id}
      checked={value === true}
      disabled={disabled || readonly}
      aria-describedby={describedBy(props)}
      aria-invalid={rawErrors?.length ? true : undefined}
      onChange={({ target }) => onChange(target.checked ? true : required ? false : undefined)}
    >
      <span className="choice">
        <span>
          {label}
          {isNeeded && <span className="field-needed"> *</span>}
        </span>
        {price && <span className="choice-price">{price}</span>}
      </span>
    </Checkbox>
  );
}
