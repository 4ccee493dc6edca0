import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { useProblemText } from "../../../shell/ProblemNotice";
import { useSettled } from "../../../time/settled";
import { foundItems } from "./found-items";

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
  const text = useProblemText();
  const catalog = useCatalog();
  const [typed, setTyped] = useState("");
  const words = typed.trim();
  const q = useSettled(words);
  const served = useQuery({
    queryKey: ["catalog", "find", q],
    queryFn: () => got(api.GET("/api/v1/catalog", { params: { query: { q } } })),
    enabled: q !== "",
    staleTime: 5 * 60_000,
  });
  const isComing = catalog.isFetching || (words !== "" && (q !== words || served.isFetching));
  const problem = catalog.error ?? served.error;
  // An answer to other words would offer what these do not find.
  const options = foundItems(catalog.data?.items ?? [], words, q === words ? (served.data?.items ?? []) : [])
    .filter(({ item }) => item !== except)
    .map(({ item, title, category_name }) => ({ value: item, label: title, more: category_name }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { "aria-label": label } : {})}
      value={value}
      onChange={(next?: string) => onChange?.(next)}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      onOpenChange={(open) => open || setTyped("")}
      labelRender={({ value: chosen, label: shown }) => shown ?? catalog.data?.items.find(({ item }) => item === chosen)?.title ?? chosen}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.more}</span>
        </>
      )}
      placeholder={t("pick.item")}
      notFoundContent={isComing ? t("shell:loading") : problem ? text(problem) : t("pick.noItem")}
      loading={catalog.isFetching}
      autoFocus={autoFocus ?? false}
      allowClear
      className="desk-wide"
    />
  );
}
