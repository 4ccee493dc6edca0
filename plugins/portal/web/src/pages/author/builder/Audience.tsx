import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { names, put } from "./json-place";
import { Setting } from "./Setting";

const keys = ["roles", "groups", "departments", "locations", "users"] as const;

interface Props {
  id: string;
  label: string;
  /** What it means that nobody is named. */
  everybody: string;
  value: unknown;
  onChange: (audience: unknown) => void;
  readOnly: boolean;
}

/** A set of people, said by their roles, groups, departments, places or names. */
export function Audience({ id, label, everybody, value, onChange, readOnly }: Props) {
  const { t } = useTranslation("author-builder");
  const said = asObject(value);
  const set = (key: string, chosen: string[]) => onChange(put(said, [key], chosen.length > 0 ? chosen : undefined));
  const isNamed = value !== undefined;
  const options = [
    { value: "all", label: everybody },
    { value: "named", label: t("about.named") },
  ];
  return (
    <div className="builder-when">
      <Setting id={id} label={label}>
        <Select id={id} aria-label={label} disabled={readOnly} value={isNamed ? "named" : "all"} options={options} onChange={(next) => onChange(next === "all" ? undefined : {})} />
      </Setting>
      {isNamed && (
        <div role="group" aria-label={label} className="builder-settings">
          {keys.map((key) => (
            <Setting key={key} id={`${id}-${key}`} label={t(`about.${key}`)}>
              <Select id={`${id}-${key}`} aria-label={t(`about.${key}`)} mode="tags" open={false} suffixIcon={null} disabled={readOnly} value={names(said[key])} tokenSeparators={[","]} onChange={(chosen) => set(key, chosen)} />
            </Setting>
          ))}
        </div>
      )}
    </div>
  );
}
