import { useTranslation } from "react-i18next";
import { Page } from "../../../shell/Page";
import { ProblemNotice, Waiting } from "../../../shell/ProblemNotice";
import { useNamed } from "../../admin/named";
import { draftOfForm, keptDraft } from "../drafts";
import { EditForm } from "./EditForm";
import { useStepForm } from "./forms";
import "../author.css";
import "./forms.css";

/** One form of steps. */
export default function FormPage() {
  const { t } = useTranslation("step-forms");
  const name = useNamed();
  const content = useStepForm(name);
  if (content.data && (Object.keys(content.data.files).length > 0 || keptDraft(draftOfForm(name)))) {
    return <EditForm key={name} name={name} content={content.data} onFresh={() => void content.refetch()} />;
  }
  return (
    <Page title={t("formNamed", { name })}>
      {content.error && <ProblemNotice problem={content.error} onRetry={() => void content.refetch()} />}
      {content.isLoading && <Waiting />}
      {content.data && <p>{t("noForm", { name })}</p>}
    </Page>
  );
}
