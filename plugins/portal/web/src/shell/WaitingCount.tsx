import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";

/** As many as are counted one by one; the answer brings each of them whole. */
const most = 9;

/** How many approvals and tasks wait for the viewer: a number beside their link, freshened with the inbox. */
export function WaitingCount() {
  const { t } = useTranslation("shell");
  const first = useQuery({
    queryKey: ["inbox", "first"],
    queryFn: () => got(api.GET("/api/v1/inbox", { params: { query: { limit: most } } })),
  });
  const count = first.data?.items.length ?? 0;
  if (count === 0) return null;
  const isMore = typeof first.data?.next_cursor === "string";
  return (
    <span className="count">
      <span aria-hidden>{isMore ? `${count}+` : count}</span>
      {/* Apart from the name before it, also to who hears the link. */}
      <span className="unseen">, {isMore ? t("waiting.more", { count }) : t("waiting.some", { count })}</span>
    </span>
  );
}
