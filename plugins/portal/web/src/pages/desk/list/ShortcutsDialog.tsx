import { Modal, Switch } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

const lines = [
  { keys: ["j", "k"], does: "move" },
  { keys: ["Enter"], does: "open" },
  { keys: ["x"], does: "select" },
  { keys: ["Esc"], does: "clear" },
  { keys: ["a"], does: "accept" },
  { keys: ["c"], does: "claim" },
  { keys: ["r"], does: "renew" },
  { keys: ["/"], does: "search" },
  { keys: ["?"], does: "help" },
] as const;

interface Props {
  open: boolean;
  onClose: () => void;
  on: boolean;
  onTurn: (on: boolean) => void;
}

export function ShortcutsDialog({ open, onClose, on, onTurn }: Props) {
  const { t } = useTranslation("desk");
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t("shortcuts.title")}>
      <dl className="desk-keys">
        {lines.map(({ keys, does }) => (
          <div key={does}>
            <dt>
              {keys.map((key, at) => (
                <Fragment key={key}>
                  {at > 0 && " / "}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{t(`shortcuts.${does}`)}</dd>
          </div>
        ))}
      </dl>
      <label className="desk-switch">
        <Switch checked={on} onChange={onTurn} /> {t("shortcuts.on")}
      </label>
    </Modal>
  );
}
