import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useParams, useSearchParams } from "wouter";
import { api, got } from "../../api/client";
import { useMe } from "../../session/session";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { itemAhead, useItem } from "../ticket/data";
import { Asking } from "./Asking";
import type { Named } from "../../shell/page-route";
import { draftAhead, useKeptDraft } from "./kept-draft";
import "./ask.css";

export function ahead(named: Named): void {
  itemAhead(named);
  draftAhead(named);
}

/** One item of the catalog: what it is, its form, and what asking for it comes to. */
export default function ItemPage() {
  const { t } = useTranslation("ask");
  const { item: name = "" } = useParams<{ item: string }>();
  const [address] = useSearchParams();
  const like = address.get("like") ?? undefined;
  const about = address.get("about") ?? undefined;
  const me = useMe();
  const item = useItem(name);
  const draft = useKeptDraft(me.username, name);
  const copy = useQuery({
    queryKey: ["ticket", like, "copy"],
    queryFn: () => got(api.GET("/api/v1/tickets/{number}/copy", { params: { path: { number: like as string } } })),
    enabled: like !== undefined,
    staleTime: Infinity,
  });

  const problem = item.error ?? draft.error ?? copy.error;
  if (item.data && draft.data !== undefined && (like === undefined || copy.data)) {
    // Another address is another form; a fresher answer about the same item is not.
    const begun = draft.data ?? undefined;
    return (
      <Asking
        // What was begun on another device comes in before anybody can touch what was drawn ahead.
        key={`${name} ${like ?? ""} ${begun?.at ?? ""}`}
        isReady={draft.isFetchedAfterMount}
        item={item.data}
        begun={begun}
        copy={copy.data}
        about={about}
        onRenewed={() => void item.refetch()}
      />
    );
  }
  const again = () => {
    for (const one of [item, draft, copy]) if (one.error) void one.refetch();
  };
  return <Page title={item.data?.title ?? t("title")}>{problem ? <ProblemNotice problem={problem} onRetry={again} /> : <Waiting />}</Page>;
}
