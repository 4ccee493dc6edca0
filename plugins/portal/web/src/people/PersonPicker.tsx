import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";
import { useSettled } from "../time/settled";

interface Props {
  id?: string;
  value?: string | undefined;
  onChange?: (username: string | undefined) => void;
  /** Usernames that are no choice here: oneself, say. */
  without?: string[];
  placeholder?: string;
  autoFocus?: boolean;
  "aria-label"?: string;
  status?: "error" | undefined;
}

/** Finds a person by a part of their name, username or department; the value is the username. */
export function PersonPicker({ without = [], onChange, placeholder, value, ...rest }: Props) {
  const { t } = useTranslation("people");
  const [words, setWords] = useState("");
  const wanted = useSettled(words.trim());
  const found = useQuery({
    queryKey: ["people", wanted],
    queryFn: () => got(api.GET("/api/v1/lookup/people", { params: { query: { q: wanted, limit: 20 } } })),
    placeholderData: (before) => before,
  });
  const options = (found.data?.items ?? [])
    .filter((person) => !without.includes(person.username))
    .map((person) => ({
      value: person.username,
      label: [person.name, person.department].filter(Boolean).join(", "),
      title: person.username,
    }));
  return (
    <Select
      {...rest}
      className="person-picker"
      value={value ?? null}
      showSearch={{ filterOption: false, onSearch: setWords }}
      allowClear
      options={options}
      loading={found.isFetching}
      placeholder={placeholder ?? t("placeholder")}
      notFoundContent={found.error ? t("unreachable") : found.isFetching ? t("searching") : t("nobody")}
      onChange={(username: string | null) => onChange?.(username ?? undefined)}
    />
  );
}
