import GlobalOutlined from "@ant-design/icons/GlobalOutlined";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useSpeak } from "../session/speak";
import { isLanguage, languages } from "../text/languages";
import { currentLanguage } from "../text/text";

export function LanguageMenu() {
  const { t } = useTranslation("shell");
  const current = currentLanguage();
  const speak = useSpeak();
  const choose = (key: string) => isLanguage(key) && void speak(key);
  const items = Object.entries(languages).map(([key, name]) => ({ key, label: <span lang={key}>{name}</span> }));
  return (
    <Dropdown trigger={["click"]} menu={{ items, selectable: true, selectedKeys: [current], onClick: ({ key }) => choose(key) }}>
      <Button type="text" icon={<GlobalOutlined aria-hidden />} aria-label={`${t("language")}: ${languages[current]}`} title={t("language")}>
        <span className="wide-only">{languages[current]}</span>
      </Button>
    </Dropdown>
  );
}
