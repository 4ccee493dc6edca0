import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { hasRole, useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { Page } from "../../../shell/Page";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { draftedLists } from "../drafts";
import { Unpublished } from "../Unpublished";
import { UsedBy } from "../UsedBy";
import { useUses } from "../uses";
import { namingLists } from "./list-uses";
import { useLists } from "./lists";
import { NewList } from "./NewList";
import "../author.css";
import "./lists.css";

/** All lists, with what they hold and who uses them. */
export default function ListsPage() {
  const { t } = useTranslation(["lists", "author"]);
  const me = useMe();
  const { lists, problem, retry } = useLists();
  const uses = useUses(namingLists);
  const unpublished = draftedLists().filter((name) => lists && !lists.some((list) => list.name === name));
  const taken = [...(lists ?? []).map(({ name }) => name), ...unpublished];
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Go to="/author">
            <Button tabIndex={-1}>{t("author:title")}</Button>
          </Go>
          {hasRole(me, "admin") && <NewList taken={taken} />}
        </>
      }
    >
      <p className="quiet">{t("about")}</p>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {!lists && !problem && <Waiting />}
      <Unpublished names={unpublished} at={(name) => `/lists/${name}`} />
      {lists?.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="author-items" aria-label={t("title")}>
        {lists?.map(({ name, editable, isDrafted, facts }) => (
          <li key={name} className="card">
            <Go to={`/lists/${encodeURIComponent(name)}`}>{name}</Go>
            <p className="quiet">{facts?.columns.join(" · ")}</p>
            <p className="author-facts">
              {facts && <span>{t("rows", { count: facts.rows })}</span>}
              {isDrafted && <Tag color="gold">{t("author:changed")}</Tag>}
              {!editable && <span className="quiet">{t("author:readOnly")}</span>}
            </p>
            <UsedBy uses={uses?.(name)} none={t("unused")} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
