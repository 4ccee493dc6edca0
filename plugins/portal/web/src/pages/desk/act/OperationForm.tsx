import { AutoComplete, Checkbox, DatePicker, Form, Input, Radio, type FormInstance } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { GroupPicker } from "../pick/GroupPicker";
import { HandlerPicker } from "../pick/HandlerPicker";
import { PersonPicker } from "../pick/PersonPicker";
import { ItemField } from "./ItemField";
import { useCodes, type Codes } from "./codes";
import type { Field, Operation, Ticket, Typed } from "./operations";
import { Presets } from "./Presets";

interface Props {
  operation: Operation;
  ticket: Ticket;
  form: FormInstance<Typed>;
  start: Typed;
  onTyped: (typed: Typed) => void;
  onSend: () => void;
}

/** The fields of an operation, drawn from its table. */
export function OperationForm({ operation, ticket, form, start, onTyped, onSend }: Props) {
  const { t } = useTranslation("desk");
  const typed = (Form.useWatch([], form) ?? start) as Typed;
  const shown = operation.fields.filter((field) => field.shown?.({ ...typed }, ticket) ?? true);
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      initialValues={start}
      requiredMark="optional"
      onValuesChange={(_, all) => onTyped(all)}
      onFinish={onSend}
      scrollToFirstError
    >
      {operation.name === "resolve" && <Presets form={form} onTyped={onTyped} />}
      {shown.map((field) => (
        <Form.Item
          key={`${field.name}-${field.codes ?? ""}`}
          name={field.name}
          label={field.way === "flag" ? undefined : t(`field.${field.name}`)}
          valuePropName={field.way === "flag" ? "checked" : "value"}
          {...(field.way === "moment" ? momentProps : {})}
          extra={field.name === "within" ? t("withinHint") : undefined}
          rules={[{ required: field.required ?? false, message: t("missing") }]}
        >
          {control(field)}
        </Form.Item>
      ))}
    </Form>
  );

  function control(field: Field) {
    switch (field.way) {
      case "text":
        return <Input.TextArea rows={2} />;
      case "person":
      case "owner":
        return <PersonPicker />;
      case "people":
        return <PersonPicker many />;
      case "handler":
        return <HandlerPicker group={typed["group"] as string | undefined} />;
      case "group":
        return <GroupPicker />;
      case "groups":
        return <GroupPicker many />;
      case "code":
        return <CodeField of={field.codes ?? (field.name as Codes)} />;
      case "choice":
        return (
          <Radio.Group aria-label={t(`field.${field.name}`)}>
            {(field.values ?? []).map((value) => (
              <Radio key={value} value={value}>
                {t(`choice.${value}`)}
              </Radio>
            ))}
          </Radio.Group>
        );
      case "moment":
        return <DatePicker showTime={{ format: "HH:mm", minuteStep: 15 }} className="desk-wide" />;
      case "minutes":
        return <Input type="number" min={1} max={1440} />;
      case "flag":
        return <Checkbox>{t(`field.${field.name}`)}</Checkbox>;
      case "item":
        return <ItemField />;
      default:
        return <Input />;
    }
  }
}

/** Moments are kept as text, as the API has them. */
const momentProps = {
  getValueProps: (value?: string) => ({ value: value ? dayjs(value) : undefined }),
  normalize: (value?: dayjs.Dayjs) => value?.toISOString(),
};

/** A code of the policy: those known are offered by what they are called, any other is taken. */
function CodeField({ of, ...rest }: { of: Codes; id?: string; value?: string; onChange?: (value: string) => void }) {
  const options = useCodes(of);
  return (
    <AutoComplete
      {...rest}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.value}</span>
        </>
      )}
      showSearch={{
        filterOption: (words, option) =>
          options.some(({ value }) => value === words) || `${option?.label} ${option?.value}`.toLowerCase().includes(words.toLowerCase()),
      }}
      allowClear
    />
  );
}
