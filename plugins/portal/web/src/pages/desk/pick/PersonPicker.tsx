import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { useSettled } from "../../../time/settled";
import { useProblemText } from "../../../shell/ProblemNotice";

interface Props {
  id?: string;
  value?: string | string[] | undefined;
  onChange?: (value: string | string[] | undefined) => void;
  many?: boolean;
  autoFocus?: boolean;
  placeholder?: string;
  label?: string;
}

/** People of the directory, by a part of their name; the value is the username. */
export function PersonPicker({ id, value, onChange, many, autoFocus, placeholder, label }: Props) {
  const { t } = useTranslation("desk");
  const text = useProblemText();
  const [words, setWords] = useState("");
  const q = useSettled(words.trim());
  const found = useQuery({
    queryKey: ["lookup", "people", q],
    queryFn: () => got(api.GET("/api/v1/lookup/people", { params: { query: { q, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? []).map((person) => ({
    value: person.username,
    label: person.name,
    more: [person.username, person.department, person.location].filter(Boolean).join(" · "),
  }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(many ? { mode: "multiple" as const } : {})}
      {...(label ? { "aria-label": label } : {})}
      value={value}
      onChange={(next?: string | string[]) => onChange?.(next)}
      showSearch={{ filterOption: false, onSearch: setWords, searchValue: words }}
      onOpenChange={(open) => open || setWords("")}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.more}</span>
        </>
      )}
      placeholder={placeholder ?? t("pick.person")}
      allowClear
      autoFocus={autoFocus ?? false}
      loading={found.isFetching}
      notFoundContent={found.error ? text(found.error) : found.isFetching ? t("shell:loading") : t("pick.nobody")}
      className="desk-wide"
    />
  );
}
