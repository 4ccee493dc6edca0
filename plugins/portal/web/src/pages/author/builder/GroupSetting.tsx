import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lookUp } from "../../../form/look-up";
import { useSettled } from "../../../time/settled";
import { Setting } from "./Setting";

interface Props {
  id: string;
  label: string;
  value: string;
  onChange: (group: string | undefined) => void;
  readOnly: boolean;
}

/** One of the desk's groups, or none. */
export function GroupSetting({ id, label, value, onChange, readOnly }: Props) {
  const { t } = useTranslation("author-builder");
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const words = useSettled(typed, 150);
  const found = useQuery({ queryKey: ["lookup", "groups", words], queryFn: () => lookUp({ kind: "groups" }, words), enabled: open, placeholderData: keepPreviousData });
  const names = [...new Set([...(found.data ?? []).map(({ key }) => key), ...(value === "" ? [] : [value])])];
  return (
    <Setting id={id} label={label}>
      <Select
        id={id}
        aria-label={label}
        allowClear
        disabled={readOnly}
        placeholder={t("nothing")}
        value={value || undefined}
        options={names.map((name) => ({ value: name, label: name }))}
        loading={found.isFetching}
        showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
        onOpenChange={(next) => {
          setOpen(next);
          if (!next) setTyped("");
        }}
        onChange={(group?: string) => onChange(group)}
      />
    </Setting>
  );
}
