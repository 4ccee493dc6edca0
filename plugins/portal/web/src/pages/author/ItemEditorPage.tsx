import { useTranslation } from "react-i18next";
import { useParams } from "wouter";
import { Page } from "../../shell/Page";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { useItem } from "./content";
import { keptDraft } from "./drafts";
import { EditItem } from "./EditItem";
import "./author.css";

export { itemAhead as ahead } from "./content";

/** One item with all its texts. */
export default function ItemEditorPage() {
  const { t } = useTranslation("author");
  const { item = "" } = useParams<{ item: string }>();
  const content = useItem(item);
  if (content.data && (Object.keys(content.data.files).length > 0 || keptDraft(item))) {
    return <EditItem key={item} item={item} content={content.data} onFresh={() => void content.refetch()} />;
  }
  return (
    <Page title={item}>
      {content.error && <ProblemNotice problem={content.error} onRetry={() => void content.refetch()} />}
      {content.isLoading && <Waiting />}
      {content.data && <p>{t("noItem", { item })}</p>}
    </Page>
  );
}
