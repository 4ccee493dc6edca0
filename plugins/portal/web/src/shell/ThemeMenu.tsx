import BulbOutlined from "@ant-design/icons/BulbOutlined";
import { Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useLook, type Choice } from "../theme/theme";

export function ThemeMenu() {
  const { t } = useTranslation("shell");
  const { choice, choose } = useLook();
  const names: Record<Choice, string> = { system: t("theme.system"), light: t("theme.light"), dark: t("theme.dark") };
  const items = (["system", "light", "dark"] as const).map((key) => ({ key, label: names[key] }));
  return (
    <Dropdown trigger={["click"]} menu={{ items, selectable: true, selectedKeys: [choice], onClick: ({ key }) => choose(key as Choice) }}>
      <Button type="text" icon={<BulbOutlined aria-hidden />} aria-label={`${t("theme.label")}: ${names[choice]}`} title={t("theme.label")} />
    </Dropdown>
  );
}
