import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { Go } from "../../../shell/Go";
import { draftedForms } from "../drafts";
import { itemName } from "../NewItem";
import { formsNamedIn } from "./form-uses";
import { beginForm, titleFrom, useFormNames } from "./forms";

/** Beside a script: ways to the forms that its steps ask for, and to begin those that there are not. */
export function FormsOfSteps({ script, readOnly }: { script: string; readOnly: boolean }) {
  const { t } = useTranslation("step-forms");
  const [, go] = useLocation();
  const names = useMemo(() => formsNamedIn(script), [script]);
  const known = useFormNames().data;
  const drafts = draftedForms();
  if (!known || names.length === 0) return null;
  const begin = (name: string) => {
    beginForm(name, titleFrom(name));
    go(`/forms/${name}`);
  };
  return (
    <div className="uses editor-forms">
      <span className="quiet">{t("ofSteps")}</span>
      <ul>
        {names.map((name) => {
          const isThere = known.includes(name);
          if (isThere || drafts.includes(name)) {
            return (
              <li key={name}>
                <Go to={`/forms/${encodeURIComponent(name)}`}>{name}</Go>
                {!isThere && <span className="quiet"> ({t("unpublished")})</span>}
              </li>
            );
          }
          return (
            <li key={name}>
              <code>{name}</code>{" "}
              {!readOnly && itemName.test(name) && (
                <button type="button" className="as-link" onClick={() => begin(name)}>
                  {t("begin", { name })}
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
