import { getInputProps, type BaseInputTemplateProps, type WidgetProps } from "@rjsf/utils";
import { Input, InputNumber } from "antd";
import { describedBy } from "./described";

// Texts and numbers. A number beyond its limit stays as it was typed and is told
// as an error: a control that corrects it in silence would change what was meant.

const spoken = (props: BaseInputTemplateProps | WidgetProps) => ({
  "aria-describedby": describedBy(props),
  "aria-invalid": props.rawErrors?.length ? true : undefined,
  "aria-required": props.required || undefined,
});

export function TextInput(props: BaseInputTemplateProps) {
  const { id, htmlName, schema, type, options, value, disabled, readonly, placeholder, onChange, onBlur, onFocus } = props;
  const kind = getInputProps(schema, type, options, false).type;
  const shared = { id, name: htmlName || id, disabled, readOnly: readonly, placeholder, ...spoken(props) };
  if (kind === "number" || kind === "integer") {
    return (
      <InputNumber
        {...shared}
        className="number"
        value={value as number | undefined}
        changeOnWheel={false}
        step={typeof schema.multipleOf === "number" ? schema.multipleOf : 1}
        onChange={(next) => onChange(next ?? options.emptyValue)}
        onBlur={() => onBlur(id, value)}
        onFocus={() => onFocus(id, value)}
      />
    );
  }
  return (
    <Input
      {...shared}
      type={kind}
      value={(value as string | undefined) ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? options.emptyValue : target.value)}
      onBlur={() => onBlur(id, value)}
      onFocus={() => onFocus(id, value)}
    />
  );
}

/**
 * Grows with what is written, by the style sheet: antd's `autoSize` measures in a
 * hidden field with an inline style, which the policy refuses.
 */
export function TextArea(props: WidgetProps) {
  const { id, htmlName, options, value, disabled, readonly, placeholder, onChange, onBlur, onFocus } = props;
  return (
    <Input.TextArea
      id={id}
      name={htmlName || id}
      disabled={disabled}
      readOnly={readonly}
      placeholder={placeholder}
      className="writing"
      rows={Number(options.rows ?? 3)}
      value={(value as string | undefined) ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? options.emptyValue : target.value)}
      onBlur={() => onBlur(id, value)}
      onFocus={() => onFocus(id, value)}
      {...spoken(props)}
    />
  );
}
