import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "wouter";
import { api, got } from "../../api/client";
import { useMe } from "../../session/session";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useItem } from "../ticket/data";
import { Asking } from "./Asking";
import { begun } from "./drafts";
import "./ask.css";

export { itemAhead as ahead } from "../ticket/data";

/** One item of the catalog: what it is, its form, and what asking for it comes to. */
export default function ItemPage() {
  const { t } = useTranslation("ask");
  const { item: name = "" } = useParams<{ item: string }>();
  const [address] = useSearchParams();
  const like = address.get("like") ?? undefined;
  const about = address.get("about") ?? undefined;
  const me = useMe();
  const item = useItem(name);
  const draft = useQuery({
    queryKey: ["draft", me.username, name],
    queryFn: async () => (await begun(me.username, name)) ?? null,
    staleTime: Infinity,
    // What is written from now on is newer than this: the next visit asks anew.
    gcTime: 0,
  });
  const copy = useQuery({
    queryKey: ["ticket", like, "copy"],
    queryFn: () => got(api.GET("/api/v1/tickets/{number}/copy", { params: { path: { number: like as string } } })),
    enabled: like !== undefined,
    staleTime: Infinity,
  });

  const problem = item.error ?? draft.error ?? copy.error;
  if (item.data && draft.data !== undefined && (like === undefined || copy.data)) {
    // Another address is another form; a fresher answer about the same item is not.
    return <Asking key={`${name} ${like ?? ""}`} item={item.data} begun={draft.data ?? undefined} copy={copy.data} about={about} onRenewed={() => void item.refetch()} />;
  }
  const again = () => {
    for (const one of [item, draft, copy]) if (one.error) void one.refetch();
  };
  return <Page title={item.data?.title ?? t("title")}>{problem ? <ProblemNotice problem={problem} onRetry={again} /> : <Waiting />}</Page>;
}
