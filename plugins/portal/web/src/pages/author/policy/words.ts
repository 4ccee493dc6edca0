import { useTranslation } from "react-i18next";
import type { Node } from "./schema";

/** From the whole name of a key to its last words: `steps/cost/within`, `cost/within`, `within`. */
export function lookups(name: string): string[] {
  const parts = name.split("/");
  return parts.map((_, at) => parts.slice(at).join("/"));
}

/** `edit_within` as people read it, where nobody has said it better. */
export function readable(key: string): string {
  const words = key.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What keys of the policy are called, what they mean, and what their values say. */
export function useWords() {
  const { t, i18n } = useTranslation("policy");
  const first = (kind: "label" | "help" | "unit" | "keys" | "each", name: string) => lookups(name).find((known) => i18n.exists(`policy:${kind}.${known}`));
  const isKnown = (name: string) => first("label", name) !== undefined;
  return {
    label(name: string): string {
      const known = first("label", name);
      return known ? t(`label.${known}`) : readable(name.split("/").at(-1) ?? "");
    },
    /** Of a key that the portal has no words for, the desk's own. */
    help(name: string, node: Node): string | undefined {
      const known = first("help", name);
      return known ? t(`help.${known}`) : isKnown(name) ? undefined : node.description;
    },
    unit(name: string): string | undefined {
      const known = first("unit", name);
      return known && t(`unit.${known}`);
    },
    /** What the keys of a map are. */
    keys(name: string): string {
      const known = first("keys", name);
      return known ? t(`keys.${known}`) : t("name");
    },
    /** What stands at each key of a map, or is one card of a list. */
    each(name: string): string {
      const known = first("each", name);
      return known ? t(`each.${known}`) : t("anyValue");
    },
    value(name: string, value: unknown): string {
      const known = lookups(name).find((key) => i18n.exists(`policy:value.${key}/${String(value)}`));
      return known ? t(`value.${known}/${String(value)}`) : readable(String(value));
    },
  };
}

export type Words = ReturnType<typeof useWords>;
