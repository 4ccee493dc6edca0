import UserOutlined from "@ant-design/icons/UserOutlined";
import { App, Button, Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { signOut, useMe } from "../session/session";
import { useProblemText } from "./ProblemNotice";

export function AccountMenu() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const { message } = App.useApp();
  const text = useProblemText();
  const [, go] = useLocation();
  const leave = () => signOut().catch((problem: unknown) => void message.error(text(problem)));
  const items = [
    { key: "who", type: "group" as const, label: `${me.name} (${me.username})` },
    ...(["me", "absences", "appointments", "notifications"] as const).map((key) => ({
      key,
      label: t(`own.${key}`),
      onClick: () => go(`/${key}`),
    })),
    { key: "line", type: "divider" as const },
    { key: "out", label: t("signOut"), onClick: () => void leave() },
  ];
  return (
    <Dropdown trigger={["click"]} menu={{ items }}>
      <Button type="text" icon={<UserOutlined aria-hidden />} aria-label={t("account", { name: me.name })}>
        <span className="wide-only">{me.name}</span>
      </Button>
    </Dropdown>
  );
}
