import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type WidgetProps } from "@rjsf/utils";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSettled } from "../time/settled";
import { describedBy } from "./described";
import { entryOf, lookUp, type Entry, type Source } from "./look-up";

/** A search over people, groups or a published list. */
export function Pick(props: WidgetProps) {
  const { id, schema, value, multiple, disabled, readonly, required, onChange, rawErrors } = props;
  const { t } = useTranslation("form");
  const source = sourceOf(schema);
  const many = schema.type === "array" || multiple === true;
  const chosen: string[] = (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === "string" && one !== "");
  const [typed, setTyped] = useState("");
  const words = useSettled(typed, 150);
  const [open, setOpen] = useState(false);

  const found = useQuery({
    queryKey: ["lookup", source, words],
    queryFn: () => lookUp(source, words),
    enabled: open,
    placeholderData: keepPreviousData,
  });
  // Names of what is chosen already, such as from a draft.
  const named = useQuery({
    queryKey: ["lookup", source, "named", chosen],
    queryFn: () => Promise.all(chosen.map((key) => entryOf(source, key))),
    enabled: chosen.length > 0,
    placeholderData: keepPreviousData,
  });

  const known = new Map<string, Entry>();
  for (const entry of [...(named.data ?? []), ...(found.data ?? [])]) known.set(entry.key, entry);
  const offered = open ? (found.data ?? []) : (named.data ?? []);
  const options = [...new Set([...offered.map(({ key }) => key), ...chosen])].map((key) => ({ value: key, label: known.get(key)?.name ?? key }));

  return (
    <Select<string | string[]>
      id={id}
      mode={many ? "multiple" : undefined}
      style={{ width: "100%" }}
      value={many ? chosen : chosen[0]}
      disabled={disabled || readonly}
      allowClear={!required || many}
      placeholder={t(source.kind === "people" ? "findPerson" : "find")}
      options={options}
      loading={found.isFetching}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      optionRender={({ value: key, label }) => <Line name={label} about={known.get(String(key))?.about} />}
      notFoundContent={
        found.error ? (
          <span role="alert">
            {t("lookupFailed")}{" "}
            <Button size="small" onClick={() => void found.refetch()}>
              {t("shell:retry")}
            </Button>
          </span>
        ) : found.isFetching ? (
          t("shell:loading")
        ) : (
          t("nothingFound")
        )
      }
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setTyped("");
      }}
      onChange={(next) => onChange(many ? next : (next ?? undefined))}
      aria-describedby={describedBy(props)}
      aria-invalid={rawErrors?.length ? true : undefined}
      aria-required={required || undefined}
    />
  );
}

function Line({ name, about }: { name: React.ReactNode; about: string | undefined }) {
  return (
    <span className="choice">
      <span>{name}</span>
      {about && <span className="quiet">{about}</span>}
    </span>
  );
}

function sourceOf(schema: WidgetProps["schema"]): Source {
  const said = (schema.type === "array" ? schema.items : schema) as { "x-pick"?: string; "x-list"?: string };
  if (said["x-list"] !== undefined) return { kind: "list", name: said["x-list"] };
  return { kind: said["x-pick"] === "group" ? "groups" : "people" };
}
