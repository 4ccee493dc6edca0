import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, got } from "../api/client";

/** As many as are counted one by one; the answer brings each of them whole. */
const most = 9;

/**
 * How many approvals and tasks wait for the viewer: a number beside the name of
 * their link, freshened with the inbox. The words are the link's description, by `id`.
 */
export function WaitingCount({ id }: { id: string }) {
  const { t } = useTranslation("shell");
  const first = useQuery({
    queryKey: ["inbox", "first"],
    queryFn: () => got(api.GET("/api/v1/inbox", { params: { query: { limit: most } } })),
  });
  const count = first.data?.items.length ?? 0;
  const isMore = typeof first.data?.next_cursor === "string";
  return (
    <>
      {count > 0 && (
        <span className="count" aria-hidden>
          {isMore ? `${count}+` : count}
        </span>
      )}
      <span id={id} hidden>
        {count > 0 && (isMore ? t("waiting.more", { count }) : t("waiting.some", { count }))}
      </span>
    </>
  );
}
