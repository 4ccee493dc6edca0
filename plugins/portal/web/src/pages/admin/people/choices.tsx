import { useQuery } from "@tanstack/react-query";
import { AutoComplete, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { useSettled } from "../../../time/settled";
import { languages } from "../../../text/languages";

interface One {
  value: string;
  onChange: (value: string) => void;
}

interface Many {
  value: string[];
  onChange: (value: string[]) => void;
}

/** Where others are already, or a new place. */
export function LocationField({ value, onChange }: One) {
  const q = useSettled(value.trim());
  const found = useQuery({
    queryKey: ["lookup", "locations", q],
    queryFn: () => got(api.GET("/api/v1/lookup/locations", { params: { query: { q, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  return <AutoComplete id="admin-location" className="admin-wide" value={value} onChange={onChange} options={(found.data?.items ?? []).map((place) => ({ value: place }))} />;
}

const isTag = (words: string) => /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i.test(words);

/** The portal's languages; forms and messages may be in others, so any tag can be typed. */
export function LanguageField({ value, onChange }: One) {
  const [words, setWords] = useState("");
  const named: Record<string, string> = languages;
  const tags = [...new Set([...Object.keys(languages), value, ...(isTag(words) ? [words] : [])])].filter((tag) => tag !== "");
  return (
    <Select
      id="admin-language"
      className="admin-wide"
      value={value || null}
      showSearch={{ optionFilterProp: "label", onSearch: setWords }}
      onChange={(tag: string) => onChange(tag)}
      options={tags.map((tag) => ({ value: tag, label: named[tag] ? `${named[tag]} (${tag})` : tag }))}
    />
  );
}

const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")];

export function ZoneField({ value, onChange }: One) {
  const all = value === "" || zones.includes(value) ? zones : [value, ...zones];
  return <Select id="admin-zone" className="admin-wide" value={value || null} showSearch onChange={(zone: string) => onChange(zone)} options={all.map((zone) => ({ value: zone, label: zone }))} />;
}

/** Of which categories an author writes items. */
export function CategoriesField({ value, onChange }: Many) {
  const { t } = useTranslation("admin");
  const known = useQuery({ queryKey: ["catalog", "categories"], queryFn: () => got(api.GET("/api/v1/catalog/categories")) });
  const options = [{ value: "*", label: t("person.everyCategory") }, ...(known.data?.items ?? []).map(({ category, name }) => ({ value: category, label: name }))];
  return <Select id="admin-categories" mode="tags" className="admin-wide" value={value} onChange={(next: string[]) => onChange(next)} options={options} showSearch={{ optionFilterProp: "label" }} />;
}

/** Words of one's own, each ended by Enter or a comma. */
export function WordsField({ id, value, onChange }: Many & { id: string }) {
  return <Select id={id} mode="tags" open={false} suffixIcon={null} tokenSeparators={[","]} className="admin-wide" value={value} onChange={(next: string[]) => onChange(next)} />;
}
