import { Button, Input, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "wouter";
import { hasRole, useMe, type Me } from "../../session/session";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useItems, type Listed } from "./content";
import { categoriesOf, type Category } from "./CategoryChoice";
import { drafted } from "./drafts";
import { NewItem } from "./NewItem";
import { Unpublished } from "./Unpublished";
import "./author.css";

/** All items that authors look after, by category. */
export default function AuthorPage() {
  const { t } = useTranslation("author");
  const me = useMe();
  const [address, setAddress] = useSearchParams();
  const words = address.get("q") ?? "";
  const items = useItems();
  const found = (items.data ?? []).filter((item) => matches(item, words));
  const categories = [...new Map(found.map((item) => [item.category, item.categoryName]))];
  const drafts = drafted();
  const unpublished = drafts.filter((name) => items.data && !items.data.some(({ item }) => item === name));
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Go to="/lists">
            <Button tabIndex={-1}>{t("lists")}</Button>
          </Go>
          <Go to="/forms">
            <Button tabIndex={-1}>{t("formsOfSteps")}</Button>
          </Go>
          <Go to="/policy">
            <Button tabIndex={-1}>{t("rules")}</Button>
          </Go>
          <Go to="/gallery">
            <Button tabIndex={-1}>{t("fromTemplate")}</Button>
          </Go>
          <NewItem taken={items.data?.map(({ item }) => item) ?? []} categories={categoriesFor(me, items.data ?? [])} />
        </>
      }
    >
      <Input
        type="search"
        className="author-search"
        aria-label={t("search")}
        placeholder={t("search")}
        allowClear
        value={words}
        onChange={({ target }) => setAddress(target.value ? { q: target.value } : {}, { replace: true })}
      />
      {items.error && <ProblemNotice problem={items.error} onRetry={() => void items.refetch()} />}
      {items.isLoading && <Waiting />}
      <Unpublished names={unpublished} at={(name) => `/author/${name}`} />
      {items.data && found.length === 0 && <p className="quiet">{t("noHits")}</p>}
      {categories.map(([category, name]) => (
        <section key={category} aria-labelledby={`category-${category}`}>
          <h2 id={`category-${category}`}>{name || t("notInCatalog")}</h2>
          <ul className="author-items">
            {found
              .filter((item) => item.category === category)
              .map((item) => (
                <li key={item.item} className="card">
                  <Go to={`/author/${item.item}`}>{item.title}</Go>
                  <p className="quiet">{item.description}</p>
                  <p className="author-facts">
                    <code>{item.item}</code>
                    {item.workflow && item.workflow !== item.item && <span className="quiet">{t("carriedBy", { workflow: item.workflow })}</span>}
                    {drafts.includes(item.item) && <Tag color="gold">{t("changed")}</Tag>}
                    {!mayPublish(me, category) && <span className="quiet">{t("readOnly")}</span>}
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}

/** Whether somebody publishes anything at all. */
export const isAuthor = (me: Me) => hasRole(me, "admin") || me.categories.length > 0;

/** Those under which somebody may publish. */
const categoriesFor = (me: Me, items: Listed[]): Category[] => categoriesOf(items).filter(({ key }) => mayPublish(me, key));

/** An admin publishes all, an author items of their categories. */
export function mayPublish(me: Me, category: string): boolean {
  return hasRole(me, "admin") || me.categories.includes("*") || me.categories.includes(category);
}

function matches({ item, title, description }: Listed, words: string): boolean {
  const text = `${item} ${title} ${description}`.toLowerCase();
  return words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}
