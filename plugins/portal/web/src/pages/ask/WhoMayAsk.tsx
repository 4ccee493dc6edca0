import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../api/client";
import { useNames } from "../../api/names";
import { roles } from "../../session/roles";

// A role of the policy has the name that the policy gives it.
const known: readonly string[] = roles;

/** For whom an item is: the rules by which the viewer may ask for it. */
export function WhoMayAsk({ item }: { item: string }) {
  const { t } = useTranslation(["ask", "words"]);
  const names = useNames();
  const access = useQuery({
    queryKey: ["catalog", "access", item],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}/access", { params: { path: { item } } })),
  });
  if (!access.data) return null;
  if (!access.data.may_ask) return t("may.notYou");
  const grants = access.data.because.filter((because) => because.effect === "grants");
  if (grants.some(({ value }) => !value || value === "*")) return t("may.everybody");
  return t("may.some", { who: [...new Set(grants.map(said))].join(", ") });

  function said({ rule, value }: Schemas["Because"]): string {
    const word = value ?? "";
    if (rule.endsWith(".roles")) return t("may.role", { name: known.includes(word) ? t(`words:role.${word}`) : names.role(word) });
    if (rule.endsWith(".groups")) return t("may.group", { name: names.group(word) });
    if (rule.endsWith(".departments")) return t("may.department", { name: word });
    if (rule.endsWith(".locations")) return t("may.location", { name: word });
    return t("may.you");
  }
}
