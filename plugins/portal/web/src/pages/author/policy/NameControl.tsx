import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { AutoComplete, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { lookUp } from "../../../form/look-up";
import { roles } from "../../../session/roles";
import { languages } from "../../../text/languages";
import { useSettled } from "../../../time/settled";
import { names } from "../builder/json-place";
import { idOf, useBench, type Control } from "./bench";
import { namesIn } from "./names";
import { cleared, type Node } from "./schema";
import type { Offer } from "./useDeskNames";
import { useWords } from "./words";

/** Names that people may make up: the desk asks nobody for them. */
const free = ["location", "language", "code"];

/** What may be named at a place, with words where there are some. */
export function useOffers(node: Node, name: string): Offer[] {
  const { t } = useTranslation("policy");
  const { offers, policy } = useBench();
  const words = useWords();
  const kind = node["x-names"] ?? "";
  const also = (node["x-also"] ?? []).map((value) => ({ value, label: words.value(name, value) }));
  const own = namesIn(policy, kind);
  if (kind === "role") return [...also, ...roles.map((role) => ({ value: role as string, label: t(`words:role.${role}`) })), ...own.map(same)];
  if (kind === "language") return [...new Set([...own, ...Object.keys(languages)])].map((tag) => ({ value: tag, label: tagged(tag) }));
  return [...also, ...(offers[kind] ?? own.map(same))];
}

const same = (value: string): Offer => ({ value, label: value });

/** A language by its own name. */
export function tagged(tag: string): string {
  const name = (languages as Record<string, string>)[tag.split("-")[0] ?? tag];
  return name ? `${name} (${tag})` : tag;
}

/** One name. */
export function NameControl(props: Control) {
  const { node, place, name, value, isRequired, label, describedBy } = props;
  const kind = node["x-names"] ?? "";
  const { readOnly, set } = useBench();
  const offers = useOffers(node, name);
  const now = typeof value === "string" ? value : undefined;
  const common = {
    id: idOf(place),
    ...(label ? { "aria-label": label } : {}),
    "aria-describedby": describedBy,
    disabled: readOnly,
    allowClear: !isRequired && !readOnly,
    ...(typeof node.default === "string" ? { placeholder: offers.find((offer) => offer.value === node.default)?.label ?? node.default } : {}),
  };
  if (kind === "user") return <PeopleControl {...props} />;
  if (free.includes(kind)) {
    const put = (next: string | undefined) => set(place, next ? next : cleared(node, isRequired));
    return <AutoComplete {...common} value={now ?? ""} options={offers} showSearch={{ filterOption: contains }} onChange={put} />;
  }
  return (
    <Select {...common} value={now || null} options={withNow(offers, now ? [now] : [])} showSearch={{ optionFilterProp: "label" }} onChange={(next: string | null) => set(place, next ?? undefined)} />
  );
}

/** Several names. */
export function NamesControl(props: Control) {
  const { node, place, name, value, isRequired, label, describedBy } = props;
  const kind = node.items?.["x-names"] ?? "";
  const { readOnly, set } = useBench();
  const offers = useOffers(node.items ?? {}, name);
  const now = names(value);
  if (kind === "user") return <PeopleControl {...props} />;
  return (
    <Select
      id={idOf(place)}
      mode={free.includes(kind) ? "tags" : "multiple"}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      disabled={readOnly}
      value={now}
      options={withNow(offers, now)}
      showSearch={{ optionFilterProp: "label" }}
      placeholder={names(node.default).map((one) => offers.find((offer) => offer.value === one)?.label ?? one).join(", ")}
      onChange={(next: string[]) => set(place, next.length === 0 ? cleared(node, isRequired) : next)}
    />
  );
}

/** People, found by a part of their name; the policy holds usernames. */
function PeopleControl({ node, place, value, isRequired, label, describedBy }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState("");
  const words = useSettled(typed, 150);
  const found = useQuery({ queryKey: ["lookup", { kind: "people" }, words], queryFn: () => lookUp({ kind: "people" }, words), enabled: open, placeholderData: keepPreviousData });
  const isMany = node.type === "array";
  const now = isMany ? names(value) : typeof value === "string" && value !== "" ? [value] : [];
  const offers = (found.data ?? []).map(({ key, name }) => ({ value: key, label: name === key ? key : `${name} (${key})` }));
  return (
    <Select
      id={idOf(place)}
      {...(isMany ? { mode: "multiple" as const } : {})}
      {...(label ? { "aria-label": label } : {})}
      aria-describedby={describedBy}
      disabled={readOnly}
      allowClear={!isRequired && !readOnly}
      value={isMany ? now : (now[0] ?? null)}
      options={withNow(offers, now)}
      loading={found.isFetching}
      notFoundContent={found.error ? t("people.unreachable") : t("people.nobody")}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      onOpenChange={(next) => {
        setOpen(next);
        if (!next) setTyped("");
      }}
      onChange={(next: string | string[] | null) => set(place, Array.isArray(next) ? (next.length === 0 ? cleared(node, isRequired) : next) : (next ?? undefined))}
    />
  );
}

/** What is said already is offered, too, whether or not it is known. */
const withNow = (offers: Offer[], now: string[]): Offer[] => [...offers, ...now.filter((name) => !offers.some(({ value }) => value === name)).map(same)];

const contains = (typed: string, offer?: { label?: unknown }) => String(offer?.label ?? "").toLowerCase().includes(typed.toLowerCase());
