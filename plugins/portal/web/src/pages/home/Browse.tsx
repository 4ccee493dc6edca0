import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { Go } from "../../shell/Go";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useCatalog, useCategories, useShelf } from "./catalog";
import { ItemList } from "./ItemList";

/** The catalog for who does not search: its categories, what is new, and what is asked for most. */
export function Browse({ category }: { category: string | undefined }) {
  const { t } = useTranslation("home");
  const [, setAddress] = useSearchParams();
  const categories = useCategories();
  const shelf = useShelf(category);
  const newest = useCatalog({ sort: "new" }, category === undefined);
  const problem = categories.error ?? shelf.error;
  if (problem) {
    return (
      <ProblemNotice
        problem={problem}
        onRetry={() => {
          void categories.refetch();
          void shelf.refetch();
        }}
      />
    );
  }
  const overview = shelf.isUsed ? t("mostUsed") : t("some");
  const fresh = newest.data?.items.filter((entry) => entry.new).slice(0, 4) ?? [];
  const chosen = categories.data?.items.find((entry) => entry.category === category);
  return (
    <>
      {(categories.data?.items.length ?? 0) > 0 && shelf.isUsed !== undefined && (
        <nav aria-label={t("categories")} className="categories">
          <button type="button" aria-pressed={category === undefined} onClick={() => setAddress({})}>
            {overview}
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
      {!shelf.items && <Waiting tall />}
      {shelf.items?.length === 0 && <p className="quiet">{t("empty")}</p>}
      {fresh.length > 0 && category === undefined && (
        <section aria-labelledby="new">
          <h2 id="new">{t("new")}</h2>
          <ItemList items={fresh} />
        </section>
      )}
      {shelf.items && shelf.items.length > 0 && (
        <section aria-labelledby="shown">
          <h2 id="shown">{chosen?.name ?? overview}</h2>
          <ItemList items={shelf.items} />
          {category === undefined && (
            <p>
              <Go to="/catalog">{t("whole")}</Go>
            </p>
          )}
        </section>
      )}
    </>
  );
}
