import { useTranslation } from "react-i18next";
import { shapeOf, type Node } from "./schema";
import { readSpan } from "./spans";
import { useWords } from "./words";

/** The desk's usual value of a key in words; nothing where it has none. */
export function useUsual(node: Node, name: string): string | undefined {
  const { t } = useTranslation("policy");
  const words = useWords();
  const said = (of: Node, value: unknown): string => {
    const shape = shapeOf(of);
    const span = shape === "span" ? readSpan(value) : undefined;
    if (span) return t(`spans.${span.unit}`, { count: span.count });
    if (shape === "yesno") return value === true ? t("yes") : t("no");
    if (shape === "choice") return words.value(name, value);
    if (of["x-names"] === "role") return t(`words:role.${String(value)}`, { defaultValue: String(value) });
    return String(value);
  };
  const usual = node.default;
  if (usual === undefined || usual === null) return undefined;
  if (Array.isArray(usual)) return usual.length === 0 ? undefined : usual.map((one) => said(node.items ?? {}, one)).join(", ");
  return typeof usual === "object" ? undefined : said(node, usual);
}
