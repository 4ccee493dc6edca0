import { useTranslation } from "react-i18next";
import { Page } from "../../../shell/Page";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { useNamed } from "../../admin/named";
import { draftOfList, keptDraft } from "../drafts";
import { EditList } from "./EditList";
import { useList } from "./lists";
import "../author.css";
import "./lists.css";

/** One list as a table. */
export default function ListPage() {
  const { t } = useTranslation("lists");
  const name = useNamed();
  const content = useList(name);
  if (content.data && (Object.keys(content.data.files).length > 0 || keptDraft(draftOfList(name)))) {
    return <EditList key={name} name={name} content={content.data} onFresh={() => void content.refetch()} />;
  }
  return (
    <Page title={t("listNamed", { name })}>
      {content.error && <ProblemNotice problem={content.error} onRetry={() => void content.refetch()} />}
      {content.isLoading && <Waiting />}
      {content.data && <p>{t("noList", { name })}</p>}
    </Page>
  );
}
