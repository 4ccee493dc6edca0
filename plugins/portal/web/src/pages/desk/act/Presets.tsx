import { Button, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import { usePolicyCodes } from "../../../api/codes";
import type { Typed } from "./operations";

// Which decision on knowledge a reason most often means; none where it says nothing of it.
const knowledge: Record<string, string> = { workaround: "create", advice_given: "exists" };
const outcomes: Record<string, string> = { succeeded: "done", failed: "failed" };

/** What most resolutions are: one press fills outcome, reason and knowledge decision. */
export function Presets({ form, onTyped }: { form: FormInstance<Typed>; onTyped: (typed: Typed) => void }) {
  const { t } = useTranslation("desk");
  const reasons = usePolicyCodes()?.closure_reasons.filter(({ closure_code }) => closure_code in outcomes) ?? [];
  // What went well is pressed most.
  const sorted = [...reasons].sort((a, b) => b.closure_code.localeCompare(a.closure_code));
  const take = (code: string, outcome: string | undefined) => {
    form.setFieldsValue({ outcome, closure_reason: code, knowledge: knowledge[code] ?? "none" });
    onTyped(form.getFieldsValue(true));
    (form.getFieldInstance("resolution") as { focus?: () => void } | undefined)?.focus?.();
  };
  return (
    <div className="desk-presets" role="group" aria-label={t("presets")}>
      {sorted.map(({ code, label, closure_code }) => (
        <Button key={code} size="small" shape="round" onClick={() => take(code, outcomes[closure_code])}>
          {label}
        </Button>
      ))}
    </div>
  );
}
