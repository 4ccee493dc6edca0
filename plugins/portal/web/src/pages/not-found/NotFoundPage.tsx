import { useTranslation } from "react-i18next";
import { Go } from "../../shell/Go";
import { Page } from "../../shell/Page";

export default function NotFoundPage() {
  const { t } = useTranslation("shell");
  return (
    <Page title={t("notFound.title")}>
      <p>{t("notFound.detail")}</p>
      <p>
        <Go to="/">{t("problem.home")}</Go>
      </p>
    </Page>
  );
}
