import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { api, got, type Schemas } from "../../api/client";
import { queries } from "../../api/queries";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Ago } from "../../time/Moment";
import { placeOfDraft } from "./draft-place";

type Draft = Schemas["DraftView"];

/** What was begun and not sent, on this device or another. */
export function Drafts() {
  const { t } = useTranslation("me");
  const drafts = useQuery({
    queryKey: ["drafts"],
    queryFn: () => got(api.GET("/api/v1/drafts", { params: { query: { limit: 100 } } })),
    staleTime: 0,
  });
  const catalog = useQuery({ queryKey: ["catalog", "entries"], queryFn: () => got(api.GET("/api/v1/catalog")), staleTime: 5 * 60_000 });
  const titles = Object.fromEntries((catalog.data?.items ?? []).map((entry) => [entry.item, entry.title]));
  return (
    <section className="card" aria-label={t("drafts.title")}>
      <h2>{t("drafts.title")}</h2>
      {drafts.isLoading && <Waiting />}
      {drafts.error && <ProblemNotice problem={drafts.error} onRetry={() => void drafts.refetch()} />}
      {drafts.data?.items.length === 0 && <p className="quiet">{t("drafts.none")}</p>}
      <ul className="own-list">
        {drafts.data?.items.map((draft) => (
          <One key={draft.key} draft={draft} titles={titles} />
        ))}
      </ul>
    </section>
  );
}

function One({ draft, titles }: { draft: Draft; titles: Record<string, string> }) {
  const { t } = useTranslation("me");
  const drop = useMutation({
    mutationFn: () => api.DELETE("/api/v1/drafts/{key}", { params: { path: { key: draft.key } } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["drafts"] }),
  });
  const place = placeOfDraft(draft.key);
  const name = (place?.item && titles[place.item]) ?? place?.ticket ?? draft.key;
  return (
    <li>
      <div>
        {place ? <Go to={place.path}>{name}</Go> : name}
        <div className="quiet">
          <Ago at={draft.updated_at} />
        </div>
        {drop.error && <ProblemNotice problem={drop.error} onRetry={() => drop.mutate()} />}
      </div>
      <Popconfirm title={t("drafts.dropAsk")} okText={t("drafts.drop")} cancelText={t("drafts.keep")} onConfirm={() => drop.mutate()}>
        <Button size="small" loading={drop.isPending} aria-label={t("drafts.dropNamed", { name })}>
          {t("drafts.drop")}
        </Button>
      </Popconfirm>
    </li>
  );
}
