import SearchOutlined from "@ant-design/icons/SearchOutlined";
import { Input, Select } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddress } from "../../shell/address";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { Told, useHasChanged } from "../../shell/Told";
import { useCatalog, useCategories } from "../home/catalog";
import { ItemList } from "../home/ItemList";
import "../home/home.css";
import "./catalog.css";

const sorts = ["category", "most_used", "new"] as const;
type Sort = (typeof sorts)[number];

const pause = 150;

/** The whole catalog. Words, category and order are in the address; what fits nothing else comes last. */
export default function CatalogPage() {
  const { t } = useTranslation("catalog");
  const [address, set] = useAddress();
  const q = address.get("q") ?? "";
  const category = address.get("category") ?? "";
  const sort = sorts.find((one) => one === address.get("sort")) ?? "category";
  const [typed, setTyped] = useState(q);
  const written = useRef(q);

  // Going back changes the address; what is typed meanwhile is not put back by its own trace.
  useEffect(() => {
    if (q !== written.current) setTyped(q);
    written.current = q;
  }, [q]);
  useEffect(() => {
    const words = typed.trim();
    if (words === written.current) return;
    const timer = setTimeout(() => {
      written.current = words;
      set("q", words);
    }, pause);
    return () => clearTimeout(timer);
    // `set` is made anew each time; what it does is the same.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);

  const categories = useCategories();
  const hits = useCatalog({
    q: q || undefined,
    category: category || undefined,
    sort: sort === "category" ? undefined : sort,
  });
  const items = hits.data?.items ?? [];
  const count = hits.data && t("count", { count: items.length });
  const isNarrowed = useHasChanged([q, category].join("/"));

  return (
    <Page title={t("title")}>
      <div className="catalog-filter" role="search">
        <Input
          type="search"
          size="large"
          prefix={<SearchOutlined aria-hidden />}
          aria-label={t("search")}
          placeholder={t("search")}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <Select
          size="large"
          aria-label={t("category")}
          value={category}
          options={[{ value: "", label: t("all") }, ...(categories.data?.items ?? []).map((one) => ({ value: one.category, label: `${one.name} (${one.count})` }))]}
          onChange={(value: string) => set("category", value)}
        />
        <Select<Sort>
          size="large"
          aria-label={t("sort.label")}
          value={sort}
          options={[
            { value: "category", label: t("sort.category") },
            { value: "most_used", label: t("sort.used") },
            { value: "new", label: t("sort.new") },
          ]}
          onChange={(value) => set("sort", value === "category" ? "" : value)}
        />
      </div>
      <p className="quiet">{count}</p>
      <Told isDue={isNarrowed} text={hits.isPlaceholderData ? undefined : items.length === 0 ? hits.data && t("none") : count} />
      {hits.error && <ProblemNotice problem={hits.error} onRetry={() => void hits.refetch()} />}
      {hits.isLoading && <Waiting />}
      {hits.data && items.length === 0 && <p className="quiet">{t("none")}</p>}
      <ItemList items={items} words={q} />
    </Page>
  );
}
