import { useQuery } from "@tanstack/react-query";
import { api, got } from "../../../api/client";
import { usePolicyCodes } from "../../../api/codes";
import { readFile, useItems } from "../content";
import { useFormNames } from "../forms/forms";
import { policyNames } from "./policy-names";

const usePolicyNames = () =>
  useQuery({
    queryKey: ["content", "policy-names"],
    queryFn: async () => policyNames((await readFile("workflows/policy.toml"))?.text ?? ""),
    staleTime: 60_000,
  });

/** What the desk's prices are in; nothing until its policy is read. */
export const useDeskCurrency = (): string | undefined => usePolicyNames().data?.currency;

/** What exists on this desk and may be named in a step. */
export function usePaletteNames() {
  const codes = usePolicyCodes();
  const items = useItems();
  const groups = useQuery({
    queryKey: ["lookup", "groups"],
    queryFn: () => got(api.GET("/api/v1/lookup/groups", { params: { query: { limit: 200 } } })),
  });
  const policy = usePolicyNames();
  const forms = useFormNames();
  const lines = groups.data?.items ?? [];
  return {
    isReady: [groups, policy, forms, items].every(({ isPending }) => !isPending) && codes !== undefined,
    problem: groups.error ?? policy.error ?? forms.error ?? items.error,
    retry: () => void Promise.all([groups, policy, forms, items].map((query) => query.error && query.refetch())),
    /** Who takes work in: the first line, where there is one. */
    group: (lines.find(({ line }) => line === 1) ?? lines[0])?.name ?? "",
    levels: policy.data?.levels ?? [],
    roles: policy.data?.roles ?? [],
    forms: forms.data ?? [],
    items: items.data ?? [],
    rejections: codes?.rejections ?? [],
    reasons: (codes?.closure_reasons ?? []).filter(({ closure_code }) => closure_code === "succeeded"),
  };
}

export type PaletteNames = ReturnType<typeof usePaletteNames>;

/** The functions that scripts may call, as `module::function`; asked for when somebody wants to call one. */
export function usePluginFunctions(isWanted: boolean) {
  return useQuery({
    queryKey: ["plugins", "functions"],
    enabled: isWanted,
    queryFn: async () => {
      const { items } = await got(api.GET("/api/v1/plugins"));
      return items.flatMap(({ provides, functions }) => provides.flatMap((module) => functions.map(({ name, input }) => ({ name: `${module}::${name}`, input: input as unknown }))));
    },
  });
}

/** The form of an item that is opened as a ticket of its own. */
export function useItemForm(item: string) {
  return useQuery({
    queryKey: ["catalog", "form", item],
    enabled: item !== "",
    queryFn: async () => (await got(api.GET("/api/v1/catalog/{item}", { params: { path: { item } } }))).schema as unknown,
  });
}
