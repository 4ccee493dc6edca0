import { AutoComplete, Button, Checkbox, DatePicker, Drawer, Form, Input, Select } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { ItemField } from "../act/ItemField";
import { useCodes } from "../act/codes";
import { GroupPicker } from "../pick/GroupPicker";
import { PersonPicker } from "../pick/PersonPicker";
import type { Filters } from "./address";

const people = ["requested_for", "requester", "assignee", "owner"] as const;
const words = ["category", "location", "channel", "service", "tag"] as const;
const moments = ["created_after", "created_before", "updated_after", "closed_after"] as const;
const kinds = ["request", "incident", "change", "problem"] as const;
const waits = ["approval", "cost", "task", "work", "question", "wait", "plugin", "ticket"] as const;

interface Props {
  filters: Filters;
  flags: readonly string[];
  onChange: (filters: Filters) => void;
  onClose: () => void;
}

/** All filters that the API has; each takes effect at once. */
export function FilterDrawer({ filters, flags, onChange, onClose }: Props) {
  const { t } = useTranslation("desk");
  const priorities = useCodes("priority");
  const set = (name: string, value: string | undefined) => {
    const { [name]: _, ...rest } = filters;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  return (
    <Drawer open onClose={onClose} title={t("filter.more")} size={380} footer={<Button onClick={() => onChange({})}>{t("filter.none")}</Button>}>
      <Form layout="vertical">
        <Form.Item>
          <div className="desk-flags">
            {flags.map((name) => (
              <Checkbox key={name} checked={filters[name] === "true"} onChange={(event) => set(name, event.target.checked ? "true" : undefined)}>
                {t(`filter.${name}`)}
              </Checkbox>
            ))}
          </div>
        </Form.Item>
        <Form.Item label={t("filter.kind")} htmlFor="filter-kind">
          <Select id="filter-kind" allowClear value={filters["kind"]} onChange={(value?: string) => set("kind", value)} options={kinds.map((kind) => ({ value: kind, label: t(`words:kind.${kind}`) }))} />
        </Form.Item>
        <Form.Item label={t("filter.priority")} htmlFor="filter-priority">
          <AutoComplete id="filter-priority" allowClear value={filters["priority"]} onChange={(value?: string) => set("priority", value)} options={priorities} />
        </Form.Item>
        <Form.Item label={t("filter.group")} htmlFor="filter-group">
          <GroupPicker id="filter-group" many value={filters["group"]?.split(",") ?? []} onChange={(value) => set("group", (value as string[]).join())} />
        </Form.Item>
        {people.map((name) => (
          <Form.Item key={name} label={t(`filter.${name}`)} htmlFor={`filter-${name}`}>
            <PersonPicker id={`filter-${name}`} value={filters[name]} onChange={(value) => set(name, value as string | undefined)} />
          </Form.Item>
        ))}
        <Form.Item label={t("filter.item")} htmlFor="filter-item">
          <ItemField id="filter-item" {...(filters["item"] ? { value: filters["item"] } : {})} onChange={(value) => set("item", value)} />
        </Form.Item>
        <Form.Item label={t("filter.waiting_on")} htmlFor="filter-waiting_on">
          <Select id="filter-waiting_on" allowClear value={filters["waiting_on"]} onChange={(value?: string) => set("waiting_on", value)} options={waits.map((kind) => ({ value: kind, label: t(`stepKind.${kind}`) }))} />
        </Form.Item>
        {words.map((name) => (
          <Form.Item key={name} label={t(`filter.${name}`)} htmlFor={`filter-${name}`}>
            <Input
              id={`filter-${name}`}
              key={filters[name] ?? ""}
              defaultValue={filters[name]}
              onBlur={(event) => set(name, event.target.value.trim())}
              onPressEnter={(event) => set(name, event.currentTarget.value.trim())}
            />
          </Form.Item>
        ))}
        {moments.map((name) => (
          <Form.Item key={name} label={t(`filter.${name}`)} htmlFor={`filter-${name}`}>
            <DatePicker
              id={`filter-${name}`}
              showTime={{ format: "HH:mm" }}
              className="desk-wide"
              value={filters[name] ? dayjs(filters[name]) : null}
              onChange={(value) => set(name, value?.toISOString())}
            />
          </Form.Item>
        ))}
      </Form>
    </Drawer>
  );
}
