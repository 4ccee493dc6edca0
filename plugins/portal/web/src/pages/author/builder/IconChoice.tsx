import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { iconNames, ItemIcon } from "../../home/ItemIcon";

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (icon: string) => void;
  readOnly: boolean;
}

/** The picture of an item in the catalog, chosen by how it looks. */
export function IconChoice({ id, label, value, onChange, readOnly }: Props) {
  const { t } = useTranslation("author-builder");
  // One that the portal has no picture for stays as it was written.
  const names = value === "" || iconNames.includes(value) ? iconNames : [...iconNames, value];
  const options = names.map((name) => ({ value: name, icon: name, label: iconNames.includes(name) ? t(`icons.${name}` as "icons.key") : name }));
  const drawn = (icon: unknown, text: React.ReactNode) => (
    <span className="builder-icon">
      <ItemIcon name={String(icon)} />
      <span>{text}</span>
    </span>
  );
  return (
    <Select
      id={id}
      aria-label={label}
      disabled={readOnly}
      value={value}
      showSearch={{ optionFilterProp: "label" }}
      virtual={false}
      options={[{ value: "", icon: "", label: t("icons.none") }, ...options]}
      optionRender={({ data, label: text }) => drawn(data.icon, text)}
      labelRender={({ value: icon, label: text }) => drawn(icon, text)}
      onChange={onChange}
    />
  );
}
