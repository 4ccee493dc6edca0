import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed } from "./content";

/** A section of the catalog: what forms call it, and what people read. */
export interface Category {
  key: string;
  name: string;
}

/** The categories that have an item, each once. */
export function categoriesOf(items: Pick<Listed, "category" | "categoryName">[]): Category[] {
  const named = new Map(items.filter(({ category }) => category !== "").map(({ category, categoryName }) => [category, categoryName || category]));
  return [...named].map(([key, name]) => ({ key, name })).sort((a, b) => a.name.localeCompare(b.name));
}

/** One that there is already, whatever its letters' case, by either of its names. */
export function knownAs(categories: Category[], typed: string): Category | undefined {
  const plain = (text: string) => text.trim().toLocaleLowerCase();
  return categories.find(({ key, name }) => plain(key) === plain(typed) || plain(name) === plain(typed));
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (category: string) => void;
  categories: Category[];
  disabled?: boolean;
  /** A new name counts when it is finished: half of it would be a category of its own. */
  isLate?: boolean;
}

// No category is called so: names are not empty after trimming.
const another = " ";

/** A category that there is, or on purpose another. */
export function CategoryChoice({ id, value = "", onChange, categories, disabled, isLate = false }: Props) {
  const { t } = useTranslation("author");
  const [typed, setTyped] = useState<string>();
  if (typed !== undefined) {
    const known = knownAs(categories, typed);
    const take = (text: string) => onChange?.(knownAs(categories, text)?.key ?? text.trim());
    const type = (text: string) => {
      setTyped(text);
      if (!isLate) take(text);
    };
    const back = () => {
      setTyped(undefined);
      onChange?.(known?.key ?? "");
    };
    return (
      <div className="category-new">
        <Input id={id} aria-label={t("category.new")} placeholder={t("category.new")} aria-describedby={`${id}-new`} autoFocus maxLength={60} value={typed} disabled={disabled} onChange={({ target }) => type(target.value)} onBlur={() => isLate && take(typed)} />
        <div id={`${id}-new`} role="status" className="quiet">
          {known ? t("category.known", { name: known.name }) : t("category.newHint")}
        </div>
        <Button size="small" onClick={back}>
          {t("category.back")}
        </Button>
      </div>
    );
  }
  // One that was begun and has no published item yet stays to be chosen.
  const all = value === "" || categories.some(({ key }) => key === value) ? categories : [...categories, { key: value, name: value }];
  return (
    <Select
      id={id}
      aria-label={t("new.category")}
      disabled={disabled}
      value={value || null}
      placeholder={t("category.choose")}
      showSearch={{ optionFilterProp: "label" }}
      options={[...all.map(({ key, name }) => ({ value: key, label: name })), { value: another, label: t("category.another") }]}
      onChange={(next: string) => (next === another ? setTyped("") : onChange?.(next))}
    />
  );
}
