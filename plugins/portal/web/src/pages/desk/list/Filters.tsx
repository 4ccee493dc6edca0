import FilterOutlined from "@ant-design/icons/FilterOutlined";
import SearchOutlined from "@ant-design/icons/SearchOutlined";
import { Badge, Button, Input, Select, Tag, type InputRef } from "antd";
import { useEffect, useRef, useState, type Ref } from "react";
import { useTranslation } from "react-i18next";
import { FilterDrawer } from "./FilterDrawer";
import type { Filters as Chosen } from "./address";

const statuses = ["new", "accepted", "assigned", "escalated", "resolved", "closed"] as const;
const flags = ["unassigned", "mine", "my_groups", "overdue", "vip", "on_hold", "escalated", "waiting_for_me", "watched", "stuck"] as const;

interface Props {
  filters: Chosen;
  onChange: (filters: Chosen) => void;
  searchRef: Ref<InputRef>;
}

/** Search and status at hand, the rest behind one button; each that is set can be taken away here. */
export function Filters({ filters, onChange, searchRef }: Props) {
  const { t } = useTranslation("desk");
  const [open, setOpen] = useState(false);
  const set = (name: string, value: string | undefined) => {
    const { [name]: _, ...rest } = filters;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const others = Object.entries(filters).filter(([name]) => name !== "q" && name !== "status");
  return (
    <div className="desk-filters">
      <Search value={filters["q"] ?? ""} onChange={(words) => set("q", words)} inputRef={searchRef} />
      <Select
        mode="multiple"
        className="desk-status"
        aria-label={t("filter.status")}
        placeholder={t("filter.anyStatus")}
        maxTagCount="responsive"
        value={filters["status"]?.split(",") ?? []}
        onChange={(values: string[]) => set("status", values.join())}
        options={statuses.map((status) => ({ value: status, label: t(`words:status.${status}`) }))}
      />
      <Badge count={others.length} size="small">
        <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
          {t("filter.more")}
        </Button>
      </Badge>
      {others.map(([name, value]) => (
        <Tag key={name} closable={{ closeIcon: true, "aria-label": t("filter.remove", { name: t(`filter.${name}`, { defaultValue: name }) }) }} onClose={() => set(name, undefined)}>
          {(flags as readonly string[]).includes(name) && value === "true"
            ? t(`filter.${name}`)
            : `${t(`filter.${name}`, { defaultValue: name })}: ${value}`}
        </Tag>
      ))}
      {open && <FilterDrawer filters={filters} flags={flags} onChange={onChange} onClose={() => setOpen(false)} />}
    </div>
  );
}

/** Asks when typing pauses; the address changes from outside, too. */
function Search({ value, onChange, inputRef }: { value: string; onChange: (words: string) => void; inputRef: Ref<InputRef> }) {
  const { t } = useTranslation("desk");
  const [words, setWords] = useState(value);
  const tell = useRef(onChange);
  tell.current = onChange;
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words.trim() === value) return;
    const timer = setTimeout(() => tell.current(words.trim()), 300);
    return () => clearTimeout(timer);
  }, [words, value]);
  return (
    <Input
      ref={inputRef}
      type="search"
      className="desk-search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={t("filter.q")}
      placeholder={t("filter.q")}
      value={words}
      onChange={(event) => setWords(event.target.value)}
      onPressEnter={() => tell.current(words.trim())}
    />
  );
}
