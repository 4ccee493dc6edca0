import { Button, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { useMe } from "../../../session/session";
import { Go } from "../../../shell/Go";
import { Page } from "../../../shell/Page";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { isAuthor } from "../AuthorPage";
import { draftedForms } from "../drafts";
import { Unpublished } from "../Unpublished";
import { UsedBy } from "../UsedBy";
import { useUses } from "../uses";
import { namingForms } from "./form-uses";
import { useForms } from "./forms";
import { NewForm } from "./NewForm";
import "../author.css";

/** All forms of steps, with the workflows that ask for them. */
export default function FormsPage() {
  const { t } = useTranslation(["step-forms", "author"]);
  const me = useMe();
  const [, go] = useLocation();
  const { forms, problem, retry } = useForms();
  const uses = useUses(namingForms);
  const unpublished = draftedForms().filter((name) => forms && !forms.some((form) => form.name === name));
  const taken = [...(forms ?? []).map(({ name }) => name), ...unpublished];
  return (
    <Page
      title={t("title")}
      actions={
        <>
          <Go to="/author">
            <Button tabIndex={-1}>{t("author:title")}</Button>
          </Go>
          {isAuthor(me) && <NewForm taken={taken} isPrimary okText={t("new.make")} onBegun={(name) => go(`/forms/${name}`)} />}
        </>
      }
    >
      <p className="quiet">{t("about")}</p>
      {problem && <ProblemNotice problem={problem} onRetry={retry} />}
      {!forms && !problem && <Waiting />}
      <Unpublished names={unpublished} at={(name) => `/forms/${name}`} />
      {forms?.length === 0 && <p className="quiet">{t("none")}</p>}
      <ul className="author-items" aria-label={t("title")}>
        {forms?.map(({ name, editable, isDrafted, facts }) => (
          <li key={name} className="card">
            <Go to={`/forms/${encodeURIComponent(name)}`}>{facts?.title || name}</Go>
            <p className="author-facts">
              <code>{name}</code>
              {facts && <span>{t("fields", { count: facts.fields })}</span>}
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
