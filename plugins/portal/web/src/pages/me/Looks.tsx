import { Radio } from "antd";
import { useTranslation } from "react-i18next";
import { useSpeak } from "../../session/speak";
import { languages, type Language } from "../../text/languages";
import { currentLanguage } from "../../text/text";
import { useLook, type Choice } from "../../theme/theme";

/** The language, which the account keeps, and colours, kept in this browser. */
export function Looks() {
  const { t } = useTranslation("me");
  const { choice, choose } = useLook();
  const speak = useSpeak();
  return (
    <section className="card" aria-label={t("looks")}>
      <h2>{t("looks")}</h2>
      <h3 id="me-language">{t("shell:language")}</h3>
      <Radio.Group
        aria-labelledby="me-language"
        value={currentLanguage()}
        onChange={({ target }) => void speak(target.value as Language)}
        options={Object.entries(languages).map(([value, name]) => ({ value, label: <span lang={value}>{name}</span> }))}
      />
      <h3 id="me-theme">{t("shell:theme.label")}</h3>
      <Radio.Group
        aria-labelledby="me-theme"
        value={choice}
        onChange={({ target }) => choose(target.value as Choice)}
        options={[
          { value: "system", label: t("shell:theme.system") },
          { value: "light", label: t("shell:theme.light") },
          { value: "dark", label: t("shell:theme.dark") },
        ]}
      />
      <p className="quiet">{t("looksKept")}</p>
    </section>
  );
}
