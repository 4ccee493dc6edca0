import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface Props {
  isChanged: boolean;
  isSaved: boolean;
  isSaving: boolean;
  onUndo: () => void;
}

/** Below a record: save what was typed, or take it back. */
export function SaveBar({ isChanged, isSaved, isSaving, onUndo }: Props) {
  const { t } = useTranslation("admin");
  return (
    <div className={isChanged ? "admin-save admin-save-due" : "admin-save"}>
      <Button type="primary" htmlType="submit" loading={isSaving} disabled={!isChanged && !isSaving}>
        {t("save")}
      </Button>
      {isChanged && !isSaving && <Button onClick={onUndo}>{t("undo")}</Button>}
      <span role="status" className="quiet">
        {isChanged ? t("unsaved") : isSaved ? t("saved") : ""}
      </span>
    </div>
  );
}
