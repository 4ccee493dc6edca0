import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";

export function useCatalog() {
  return useQuery({ queryKey: ["catalog", "list"], queryFn: () => got(api.GET("/api/v1/catalog")), staleTime: 5 * 60_000 });
}

interface Props {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
  /** What is not offered: the item that the ticket has already. */
  except?: string;
  autoFocus?: boolean;
  label?: string;
}

/** Catalog items by title and by the words that find them. */
export function ItemField({ id, value, onChange, except, autoFocus, label }: Props) {
  const { t } = useTranslation("desk");
  const catalog = useCatalog();
  const options = (catalog.data?.items ?? [])
    .filter(({ item }) => item !== except)
    .map(({ item, title, category_name, keywords }) => ({ value: item, label: title, more: category_name, words: [title, item, ...keywords].join(" ").toLowerCase() }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      value={value}
      onChange={(next?: string) => onChange?.(next)}
      showSearch={{ filterOption: (typed, option) => typed.toLowerCase().split(/\s+/).every((word) => option?.words.includes(word)) }}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.more}</span>
        </>
      )}
      placeholder={t("pick.item")}
      loading={catalog.isFetching}
      autoFocus={autoFocus ?? false}
      allowClear
      className="desk-wide"
    />
  );
}
