import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { SignInForm } from "../../session/SignInForm";
import { LanguageMenu } from "../../shell/LanguageMenu";
import { ThemeMenu } from "../../shell/ThemeMenu";

export default function SignInPage({ onSignedIn }: { onSignedIn: () => void }) {
  const { t } = useTranslation("session");
  useEffect(() => {
    document.title = `${t("title")} · ${t("shell:name")}`;
  }, [t]);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <img src="/icon.svg" alt="" width={44} height={44} />
        <h1>{t("welcome")}</h1>
        <SignInForm onSignedIn={onSignedIn} />
      </div>
      <div className="sign-in-foot">
        <LanguageMenu />
        <ThemeMenu />
      </div>
    </main>
  );
}
