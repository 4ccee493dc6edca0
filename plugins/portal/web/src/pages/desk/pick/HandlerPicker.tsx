import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { PersonPicker } from "./PersonPicker";

interface Props {
  id?: string;
  value?: string | undefined;
  onChange?: (value: string | undefined) => void;
  group: string | undefined;
}

/** Who of a group has how much to do; without a group anybody. */
export function HandlerPicker({ id, value, onChange, group }: Props) {
  const { t } = useTranslation("desk");
  const load = useQuery({
    queryKey: ["group-load", group],
    queryFn: () => got(api.GET("/api/v1/groups/{name}/load", { params: { path: { name: group ?? "" } } })),
    enabled: group !== undefined,
    staleTime: 10_000,
  });
  if (group === undefined || load.error) {
    return <PersonPicker {...(id ? { id } : {})} value={value} onChange={(next) => onChange?.(next as string | undefined)} />;
  }
  const options = (load.data?.members ?? []).map((member) => ({
    value: member.username,
    label: member.name,
    more: [
      t("pick.load", { count: member.tickets }),
      member.absent_until ? t("pick.away") : !member.awake && t("pick.asleep"),
    ].filter(Boolean).join(" · "),
  }));
  return (
    <Select
      {...(id ? { id } : {})}
      value={value}
      onChange={(next?: string) => onChange?.(next)}
      showSearch={{ optionFilterProp: "label" }}
      options={options}
      optionRender={({ data }) => (
        <>
          {data.label} <span className="quiet">{data.more}</span>
        </>
      )}
      placeholder={t("pick.handler")}
      allowClear
      loading={load.isFetching}
      className="desk-wide"
    />
  );
}
