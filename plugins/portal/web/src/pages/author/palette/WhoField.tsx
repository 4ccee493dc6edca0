import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { PersonPicker } from "../../../people/PersonPicker";
import { roles as ownRoles } from "../../../session/roles";
import type { Field } from "../builder/fields";
import { GroupPicker } from "../../desk/pick/GroupPicker";
import { nobody, plain, whoText, type Who, type WhoKind } from "./who";

const picked = ["group", "local_group", "lead", "role", "user"] as const;

interface Props {
  id: string;
  value: Who;
  onChange: (who: Who) => void;
  /** What it means to name nobody, where that may be. */
  nobodyIs?: string | undefined;
  fields: Field[];
  /** The roles of the policy. */
  roles: string[];
  label?: string;
}

/** Somebody: in a relation to the ticket, a person of the form, or chosen by name. */
export function WhoField({ id, value, onChange, nobodyIs, fields, roles, label }: Props) {
  const { t } = useTranslation("palette");
  const ofForm: { who: Who; label: string }[] = fields.flatMap((field): { who: Who; label: string }[] => {
    const title = field.title || field.name;
    if (field.kind === "person") return [{ who: { is: "field", name: field.name }, label: t("who.field", { title }) }];
    return field.kind === "group" ? [{ who: { is: "field_lead", name: field.name }, label: t("who.field_lead", { title }) }] : [];
  });
  const options = [
    ...(nobodyIs ? [{ value: "nobody", label: nobodyIs }] : []),
    ...plain.map((is) => ({ value: is as string, label: t(`who.${is}`) })),
    ...ofForm.map(({ who, label }) => ({ value: keyOf(who), label })),
    ...picked.map((is) => ({ value: is as string, label: t(`who.${is}`) })),
  ];
  const choose = (key: string) => {
    const own = ofForm.find(({ who }) => keyOf(who) === key);
    if (own) return onChange(own.who);
    // Between a group, its branch and its lead the name stays.
    const before = isOfGroup(value.is) && isOfGroup(key) && "name" in value ? value.name : "";
    onChange(key === "nobody" ? nobody : plain.some((is) => is === key) ? ({ is: key } as Who) : ({ is: key, name: before } as Who));
  };
  const name = "name" in value ? value.name : "";
  const put = (next: string | undefined) => onChange({ ...value, name: next ?? "" } as Who);
  return (
    <div className="palette-pair">
      <Select id={id} {...(label ? { "aria-label": label } : {})} value={keyOf(value)} onChange={choose} options={options} />
      {isOfGroup(value.is) && <GroupPicker id={`${id}-name`} label={t("who.groupName")} value={name || undefined} onChange={(next) => put(next as string | undefined)} />}
      {value.is === "user" && <PersonPicker id={`${id}-name`} aria-label={t("who.user")} value={name || undefined} onChange={put} />}
      {value.is === "role" && (
        <Select
          id={`${id}-name`}
          aria-label={t("who.role")}
          value={name || null}
          onChange={put}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("choose")}
          options={[...ownRoles.map((role) => ({ value: role as string, label: t(`words:role.${role}`) })), ...roles.map((role) => ({ value: role, label: role }))]}
        />
      )}
    </div>
  );
}

const isOfGroup = (is: WhoKind | string) => is === "group" || is === "local_group" || is === "lead";

/** A field of the form is a choice of its own; of all else the kind is. */
const keyOf = (who: Who) => (who.is === "field" || who.is === "field_lead" ? (whoText(who) ?? "") : who.is);
