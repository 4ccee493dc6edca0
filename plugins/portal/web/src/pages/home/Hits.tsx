import { useTranslation } from "react-i18next";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Told } from "../../shell/Told";
import { useCatalog } from "./catalog";
import { ItemList } from "./ItemList";

/** What the catalog has for some words. */
export function Hits({ words, isSearched }: { words: string; isSearched: boolean }) {
  const { t } = useTranslation("home");
  const hits = useCatalog({ q: words });
  if (hits.error) return <ProblemNotice problem={hits.error} onRetry={() => void hits.refetch()} />;
  const items = hits.data?.items ?? [];
  const none = hits.data && items.length === 0 ? t("noHits") : undefined;
  return (
    <section aria-labelledby="hits">
      <h2 id="hits">{t("results")}</h2>
      <Told isDue={isSearched} text={hits.data && !hits.isPlaceholderData ? (none ?? t("hits", { count: items.length })) : undefined} />
      {hits.isLoading && <Waiting />}
      {none && <p className="quiet">{none}</p>}
      <ItemList items={items} words={words} />
    </section>
  );
}
