import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";

interface Props {
  id?: string;
  value?: string | string[] | undefined;
  onChange?: (value: string | string[] | undefined) => void;
  many?: boolean;
  label?: string;
}

/** Groups by name, with their support line. */
export function GroupPicker({ id, value, onChange, many, label }: Props) {
  const { t } = useTranslation("desk");
  const found = useQuery({
    queryKey: ["lookup", "groups"],
    queryFn: () => got(api.GET("/api/v1/lookup/groups", { params: { query: { limit: 200 } } })),
  });
  const options = (found.data?.items ?? []).map(({ name, line }) => ({
    value: name,
    label: line > 0 ? `${name} (${t("pick.line", { line })})` : name,
  }));
  return (
    <Select
      {...(id ? { id } : {})}
      {...(many ? { mode: "multiple" as const } : {})}
      {...(label ? { "aria-label": label } : {})}
      value={value}
      onChange={(next?: string | string[]) => onChange?.(next)}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      placeholder={t("pick.group")}
      allowClear
      loading={found.isFetching}
      className="desk-wide"
    />
  );
}
