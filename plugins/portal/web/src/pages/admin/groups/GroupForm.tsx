import { Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";
import { PersonPicker } from "../../../people/PersonPicker";
import { Field } from "../Field";
import { firstOfMembers, lines, type Group, type GroupFields } from "./groups";
import { MembersField } from "./MembersField";

interface Props {
  value: GroupFields;
  set: (change: Partial<GroupFields>) => void;
  /** What is known of who is in it already. */
  known?: Group["members"];
}

// The policy's usual ones; those that a group has besides come with its record.
const usual = ["P1", "P2", "P3", "P4"];

/** Who is in a group, who leads it, when it works and how much one of it has in hand. */
export function GroupForm({ value, set, known = [] }: Props) {
  const { t } = useTranslation("admin");
  const members = value.members ?? [];
  const priorities = value.priorities ?? {};
  const named = [...new Set([...usual, ...Object.keys(priorities)])].sort();
  const options = members.map((username) => ({ value: username, label: known.find((one) => one.username === username)?.name ?? username }));
  return (
    <>
      <div className="admin-fields">
        <Field name="line">
          <Select id="admin-line" className="admin-wide" value={value.line ?? 0} onChange={(line: number) => set({ line })} options={lines.map((one) => ({ value: one, label: t(`line.${one}`) }))} />
        </Field>
        <Field name="lead">
          <PersonPicker id="admin-lead" value={value.lead ?? undefined} onChange={(lead) => set({ lead: lead ?? null })} />
        </Field>
        <Field name="capacity" hint={t("group.capacityHint")}>
          <InputNumber id="admin-capacity" className="admin-wide" precision={0} value={value.capacity ?? null} onChange={(capacity) => set({ capacity })} />
        </Field>
        <Field name="calendar" hint={t("group.calendarHint")}>
          <Input id="admin-calendar" autoComplete="off" value={value.calendar ?? ""} onChange={({ target }) => set({ calendar: target.value })} />
        </Field>
        <Field name="desk" hint={t("group.deskHint")}>
          <Input id="admin-desk" autoComplete="off" value={value.desk ?? ""} onChange={({ target }) => set({ desk: target.value })} />
        </Field>
      </div>
      <Field name="members">
        <MembersField known={known} value={members} onChange={(next) => set({ members: next, ...(value.priorities ? { priorities: firstOfMembers(priorities, next) } : {}) })} />
      </Field>
      {members.length > 0 && (
        <Field name="priorities" hint={t("group.prioritiesHint")} isGroup>
          <div role="group" aria-labelledby="admin-priorities-label" className="admin-fields">
            {named.map((priority) => (
              <div key={priority} className="admin-priority">
                <span>{priority}</span>
                <Select
                  mode="multiple"
                  aria-label={t("group.firstFor", { priority })}
                  className="admin-wide"
                  value={priorities[priority] ?? []}
                  onChange={(people: string[]) => set({ priorities: { ...priorities, [priority]: people } })}
                  options={options}
                  showSearch={{ optionFilterProp: "label" }}
                />
              </div>
            ))}
          </div>
        </Field>
      )}
    </>
  );
}
