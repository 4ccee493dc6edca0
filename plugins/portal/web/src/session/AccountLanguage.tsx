import GlobalOutlined from "@ant-design/icons/GlobalOutlined";
import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { queries } from "../api/queries";
import { hasChosenLanguage, type Language } from "../text/languages";
import { currentLanguage, followAccount } from "../text/text";
import { agree, chosenAtDoor, isNews } from "./account-language";
import { useMe } from "./session";
import { tellAccount, useSpeak } from "./speak";

/**
 * Brings page and account to one language after signing in. Where the page
 * changes under its reader, it says so once, with a way back in their words.
 */
export function AccountLanguage() {
  const { t } = useTranslation("session");
  const me = useMe();
  const speak = useSpeak();
  const [changed, setChanged] = useState<{ from: Language; to: Language }>();
  useEffect(() => {
    const spoken = currentLanguage();
    const agreed = agree({ account: me.language, spoken, isChosen: hasChosenLanguage(), isChosenNow: chosenAtDoor.take() });
    // A failure keeps the page as it is; the menu of languages tells it to who tries again.
    if (agreed.what === "tell") tellAccount(agreed.language).then(() => queries.invalidateQueries(), () => {});
    if (agreed.what !== "follow") return;
    if (isNews(me.username)) setChanged({ from: spoken, to: agreed.language });
    void followAccount(agreed.language);
  }, [me.language, me.username]);

  // Until it has come, the sentence would be in the language that is on its way out.
  if (!changed || changed.to !== currentLanguage()) return null;
  return (
    <div className="below-top" role="status">
      <GlobalOutlined aria-hidden />
      <span>{t("language.follows")}</span>
      <Button size="small" lang={changed.from} onClick={() => void speak(changed.from).then(() => setChanged(undefined))}>
        {t("language.stay", { lng: changed.from })}
      </Button>
      <Button size="small" type="text" onClick={() => setChanged(undefined)}>
        {t("language.fine")}
      </Button>
    </div>
  );
}
