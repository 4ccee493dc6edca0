import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { UsedBy } from "../UsedBy";
import { useUses } from "../uses";
import { namingForms } from "./form-uses";

/** What scripts call the form, who asks for it, and the way to take it away: only where nobody does. */
export function FormUses({ name, onRemove }: { name: string; onRemove: (() => void) | undefined }) {
  const { t } = useTranslation("step-forms");
  const uses = useUses(namingForms)?.(name);
  const isUsed = uses === undefined || uses.length > 0;
  return (
    <div className="form-about">
      <p className="form-called">
        {t("called")} <code>{`form: "${name}"`}</code>
      </p>
      <UsedBy uses={uses} none={t("unused")} />
      <p className="quiet">{t("atOnce")}</p>
      {onRemove && (
        <div className="buttons">
          <Button danger disabled={isUsed} onClick={onRemove} aria-describedby={isUsed ? "form-remove-why" : undefined}>
            {t("remove")}
          </Button>
          {uses && isUsed && (
            <span id="form-remove-why" className="quiet">
              {t("usedStays")}
            </span>
          )}
        </div>
      )}
    </div>
  );
}
