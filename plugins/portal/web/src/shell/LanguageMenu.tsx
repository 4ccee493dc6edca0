import GlobalOutlined from "@ant-design/icons/GlobalOutlined";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { queries } from "../api/queries";
import { isLanguage, languages } from "../text/languages";
import { changeLanguage, currentLanguage } from "../text/text";

export function LanguageMenu() {
  const { t } = useTranslation("shell");
  const current = currentLanguage();
  const choose = async (key: string) => {
    if (!isLanguage(key)) return;
    await changeLanguage(key);
    // What the server says in words is asked for anew.
    await queries.invalidateQueries();
  };
  const items = Object.entries(languages).map(([key, name]) => ({ key, label: <span lang={key}>{name}</span> }));
  return (
    <Dropdown trigger={["click"]} menu={{ items, selectable: true, selectedKeys: [current], onClick: ({ key }) => void choose(key) }}>
      <Button type="text" icon={<GlobalOutlined />} aria-label={`${t("language")}: ${languages[current]}`} title={t("language")}>
        <span className="wide-only">{languages[current]}</span>
      </Button>
    </Dropdown>
  );
}
