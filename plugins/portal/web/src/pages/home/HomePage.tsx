import CloseCircleFilled from "@ant-design/icons/CloseCircleFilled";
import SearchOutlined from "@ant-design/icons/SearchOutlined";
import { Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useCatalog, useCategories } from "./catalog";
import { ItemList } from "./ItemList";
import { OpenRequests } from "./OpenRequests";
import "./home.css";

/** Long enough that a fast typist asks once for a word, short enough to feel at once. */
const pause = 150;

/** One search over the catalog; without words the categories, what is used most and what is new. */
export default function HomePage() {
  const { t } = useTranslation("home");
  const [address, setAddress] = useSearchParams();
  const words = address.get("q") ?? "";
  const category = address.get("category") ?? undefined;
  const [typed, setTyped] = useState(words);

  // The address follows what is typed, so that going back from an item finds the hits again;
  // what is typed follows the address only where something else has changed it.
  const put = useRef(words);
  useEffect(() => {
    if (put.current === words) return;
    put.current = words;
    setTyped(words);
  }, [words]);
  useEffect(() => {
    const next = typed.trim();
    if (next === put.current) return;
    const timer = setTimeout(() => {
      put.current = next;
      setAddress(next === "" ? {} : { q: next }, { replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, setAddress]);

  return (
    <Page title={t("title")} quietTitle>
      <div className="home">
        <div>
          <div className="home-search" role="search">
            <p className="home-question" aria-hidden>
              {t("title")}
            </p>
            <Input
              type="search"
              size="large"
              aria-label={t("search")}
              placeholder={t("search")}
              prefix={<SearchOutlined aria-hidden />}
              allowClear={{ clearIcon: <CloseCircleFilled aria-label={t("clear")} /> }}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          </div>
          {words.trim() !== "" ? <Hits words={words.trim()} /> : <Browse category={category} />}
        </div>
        <OpenRequests />
      </div>
    </Page>
  );
}

function Hits({ words }: { words: string }) {
  const { t } = useTranslation("home");
  const hits = useCatalog({ q: words });
  if (hits.error) return <ProblemNotice problem={hits.error} onRetry={() => void hits.refetch()} />;
  const items = hits.data?.items ?? [];
  return (
    <section aria-labelledby="hits">
      <h2 id="hits">{t("results")}</h2>
      <p role="status" className="unseen">
        {hits.data && t("hits", { count: items.length })}
      </p>
      {hits.isLoading && <Waiting />}
      {hits.data && items.length === 0 && <p className="quiet">{t("noHits")}</p>}
      <ItemList items={items} />
    </section>
  );
}

function Browse({ category }: { category: string | undefined }) {
  const { t } = useTranslation("home");
  const [, setAddress] = useSearchParams();
  const categories = useCategories();
  const items = useCatalog(category === undefined ? { sort: "most_used" } : { category });
  const newest = useCatalog({ sort: "new" }, category === undefined);
  const problem = categories.error ?? items.error;
  if (problem) {
    return (
      <ProblemNotice
        problem={problem}
        onRetry={() => {
          void categories.refetch();
          void items.refetch();
        }}
      />
    );
  }
  const fresh = newest.data?.items.filter((entry) => entry.new).slice(0, 4) ?? [];
  const chosen = categories.data?.items.find((entry) => entry.category === category);
  const shown = category === undefined ? items.data?.items.slice(0, 8) : items.data?.items;
  return (
    <>
      {(categories.data?.items.length ?? 0) > 0 && (
        <nav aria-label={t("categories")} className="categories">
          <button type="button" aria-pressed={category === undefined} onClick={() => setAddress({})}>
            {t("mostUsed")}
          </button>
          {categories.data?.items.map((entry) => (
            <button
              key={entry.category}
              type="button"
              aria-pressed={entry.category === category}
              onClick={() => setAddress({ category: entry.category })}
            >
              {entry.name}
              <span className="quiet" aria-label={t("items", { count: entry.count })}>
                {entry.count}
              </span>
            </button>
          ))}
        </nav>
      )}
      {items.isLoading && <Waiting tall />}
      {items.data?.items.length === 0 && <p className="quiet">{t("empty")}</p>}
      {fresh.length > 0 && category === undefined && (
        <section aria-labelledby="new">
          <h2 id="new">{t("new")}</h2>
          <ItemList items={fresh} />
        </section>
      )}
      {shown && shown.length > 0 && (
        <section aria-labelledby="shown">
          <h2 id="shown">{chosen?.name ?? t("mostUsed")}</h2>
          <ItemList items={shown} />
        </section>
      )}
    </>
  );
}
