import { Checkbox, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";
import { PersonPicker } from "../../../people/PersonPicker";
import { roles } from "../../../session/roles";
import { GroupPicker } from "../../desk/pick/GroupPicker";
import { Field } from "../Field";
import { CategoriesField, LanguageField, LocationField, WordsField, ZoneField } from "./choices";
import type { PersonFields, Role } from "./people";

interface Props {
  value: PersonFields;
  set: (change: Partial<PersonFields>) => void;
  /** Of a record that is there; nobody is their own manager. */
  username?: string;
}

const profiles = ["log", "scripted", "expert"] as const;

/** Who somebody is, whom they answer to, what they may and can do. */
export function PersonForm({ value, set, username }: Props) {
  const { t } = useTranslation("admin");
  const others = username === undefined ? [] : [username];
  const text = (name: "name" | "email" | "phone" | "department" | "calendar", type = "text") => (
    <Input id={`admin-${name}`} type={type} autoComplete="off" value={value[name] ?? ""} onChange={({ target }) => set({ [name]: target.value })} />
  );
  return (
    <>
      <h2>{t("person.who")}</h2>
      <div className="admin-fields">
        <Field name="name">{text("name")}</Field>
        <Field name="email">{text("email")}</Field>
        <Field name="phone">{text("phone", "tel")}</Field>
        <Field name="department">{text("department")}</Field>
        <Field name="location">
          <LocationField value={value.location ?? ""} onChange={(location) => set({ location })} />
        </Field>
        <Field name="language">
          <LanguageField value={value.language ?? ""} onChange={(language) => set({ language })} />
        </Field>
        <Field name="zone">
          <ZoneField value={value.zone ?? ""} onChange={(zone) => set({ zone })} />
        </Field>
      </div>
      <h2>{t("person.above")}</h2>
      <div className="admin-fields">
        <Field name="manager">
          <PersonPicker id="admin-manager" value={value.manager ?? undefined} without={others} onChange={(manager) => set({ manager: manager ?? null })} />
        </Field>
        <Field name="substitute" hint={t("person.substituteHint")}>
          <PersonPicker id="admin-substitute" value={value.substitute ?? undefined} without={others} onChange={(substitute) => set({ substitute: substitute ?? null })} />
        </Field>
      </div>
      <h2>{t("person.may")}</h2>
      <Field name="roles" isGroup>
        <Checkbox.Group
          role="group"
          aria-labelledby="admin-roles-label"
          className="admin-boxes"
          value={["requester", ...(value.roles ?? [])]}
          onChange={(chosen) => set({ roles: chosen as Role[] })}
          options={roles.map((role) => ({ value: role, label: t(`words:role.${role}`), disabled: role === "requester" }))}
        />
      </Field>
      {(value.roles?.includes("author") || (value.categories ?? []).length > 0) && (
        <Field name="categories" hint={t("person.categoriesHint")}>
          <CategoriesField value={value.categories ?? []} onChange={(categories) => set({ categories })} />
        </Field>
      )}
      <Field name="groups">
        <GroupPicker id="admin-groups" many value={value.groups ?? []} onChange={(groups) => set({ groups: groups as string[] })} />
      </Field>
      <h2>{t("person.can")}</h2>
      <Field name="skills" hint={t("person.skillsHint")}>
        <WordsField id="admin-skills" value={value.skills ?? []} onChange={(skills) => set({ skills })} />
      </Field>
      <Field name="profile" isGroup>
        <Radio.Group
          aria-labelledby="admin-profile-label"
          className="admin-boxes"
          value={value.profile ?? "expert"}
          onChange={({ target }) => set({ profile: target.value as (typeof profiles)[number] })}
          options={profiles.map((profile) => ({ value: profile, label: t(`profile.${profile}`) }))}
        />
      </Field>
      <div className="admin-fields">
        <Field name="calendar" hint={t("person.calendarHint")}>
          {text("calendar")}
        </Field>
      </div>
    </>
  );
}
