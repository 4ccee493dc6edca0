import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client";

/** For whom an item is: the rules by which the viewer may ask for it. */
export function WhoMayAsk({ item }: { item: string }) {
  const { t } = useTranslation("ask");
  const access = useQuery({
    queryKey: ["catalog", "access", item],
    queryFn: () => got(api.GET("/api/v1/catalog/{item}/access", { params: { path: { item } } })),
  });
  if (!access.data) return null;
  const grants = access.data.because.filter((because) => because.effect === "grants" && because.value && because.value !== "*");
  if (grants.length === 0) return t("may.everybody");
  return t("may.some", { who: grants.map((because) => because.value).join(", ") });
}
