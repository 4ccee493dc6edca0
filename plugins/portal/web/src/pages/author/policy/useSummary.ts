import { useTranslation } from "react-i18next";
import { names } from "../builder/json-place";
import { asObject } from "../content";
import { inOrder } from "./order";
import { shapeOf, type Node } from "./schema";
import { readSpan } from "./spans";
import { useWords } from "./words";

/** Keys by which people know a card. */
const titles = ["name", "code", "item"];

/** What a closed card tells of itself. */
export function useSummary() {
  const { t } = useTranslation("policy");
  const words = useWords();

  const said = (node: Node, name: string, value: unknown): string => {
    const span = shapeOf(node) === "span" ? readSpan(value) : undefined;
    if (span) return t(`spans.${span.unit}`, { count: span.count });
    switch (typeof value) {
      case "boolean":
        return value ? t("yes") : t("no");
      case "number":
        return [String(value), words.unit(name)].filter(Boolean).join(" ");
      case "string":
        return shapeOf(node) === "choice" ? words.value(name, value) : shapeOf(node) === "moment" ? value.slice(0, 10) : value;
      default:
        return names(value).map((one) => (node.items?.enum ? words.value(name, one) : one)).join(", ");
    }
  };

  const facts = (node: Node, name: string, value: unknown): [string, string][] => {
    const own = asObject(value);
    return inOrder(node, name).flatMap(([key, of]): [string, string][] => {
      const text = own[key] === undefined || own[key] === false ? "" : said(of, `${name}/${key}`, own[key]);
      return text === "" ? [] : [[key, text]];
    });
  };

  return {
    /** Its name, where it has one; else what it begins with. */
    title(node: Node, name: string, value: unknown): string {
      const own = asObject(value);
      const key = titles.find((one) => typeof own[one] === "string" && own[one] !== "");
      if (key) return said(node.properties?.[key] ?? {}, `${name}/${key}`, own[key]);
      const [first] = facts(node, name, value);
      return first ? `${words.label(`${name}/${first[0]}`)}: ${first[1]}` : words.each(name);
    },
    about(node: Node, name: string, value: unknown, title: string): string {
      const all = facts(node, name, value).map(([key, text]) => [key, text, `${words.label(`${name}/${key}`)}: ${text}`] as const);
      const rest = all.filter(([key, text, whole]) => !(titles.includes(key) && text === title) && whole !== title);
      return rest.slice(0, 3).map(([, , whole]) => whole).join(" · ");
    },
  };
}
