import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { Labelled } from "./Labelled";
import { isMissing, knownValues, type Given, type Values, type Wanted } from "./wanted";

interface Props {
  wanted: Wanted[];
  values: Values;
  onChange: (values: Values) => void;
  schema: unknown;
  /** Whether somebody wanted to go on without what is compulsory. */
  isTold: boolean;
}

/** Each thing that a form, a function or a message wants: typed, or a value that the script knows. */
export function ValuesField({ wanted, values, onChange, schema, isTold }: Props) {
  const { t } = useTranslation("palette");
  const known = knownValues(schema);
  const put = (name: string, given: Given | undefined) => {
    const { [name]: _, ...rest } = values;
    onChange(given ? { ...rest, [name]: given } : rest);
  };
  return wanted.map((one) => {
    const { name, title, type, required, choices, preset } = one;
    const given = values[name];
    const id = `step-value-${name}`;
    const codes = [...known, ...[given, preset].flatMap((value) => (value?.is === "code" && !known.some(({ code }) => code === value.code) ? [{ code: value.code, about: "" }] : []))];
    const sources = [
      ...(required ? [] : [{ value: "none", label: t("value.none") }]),
      ...(type === "other" ? [] : [{ value: "typed", label: t("value.typed") }]),
      ...codes.filter(({ code }, place) => codes.findIndex((other) => other.code === code) === place).map(({ code, about }) => ({ value: `= ${code}`, label: about ? `${about} (${code})` : code })),
    ];
    const choose = (source: string) =>
      put(name, source === "none" ? undefined : source === "typed" ? { is: "typed", text: preset.is === "typed" ? preset.text : "" } : { is: "code", code: source.slice(2) });
    const lack = isTold && isMissing(values)(one) ? t("lack.values") : undefined;
    return (
      <Labelled key={name} label={title} of={id} lack={lack}>
        <div className="palette-pair">
          <Select
            id={id}
            value={!given ? (required ? null : "none") : given.is === "typed" ? "typed" : `= ${given.code}`}
            onChange={choose}
            options={sources}
            placeholder={t("choose")}
            showSearch={{ optionFilterProp: "label" }}
          />
          {given?.is === "typed" &&
            (type === "choice" || type === "boolean" ? (
              <Select
                aria-label={t("value.of", { title })}
                value={given.text}
                onChange={(text: string) => put(name, { is: "typed", text })}
                options={type === "choice" ? choices : ["true", "false"].map((value) => ({ value, label: t(`value.${value}`) }))}
              />
            ) : (
              <Input aria-label={t("value.of", { title })} value={given.text} onChange={({ target }) => put(name, { is: "typed", text: target.value })} />
            ))}
        </div>
      </Labelled>
    );
  });
}
