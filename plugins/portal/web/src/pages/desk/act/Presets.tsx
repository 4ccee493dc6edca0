import { Button, type FormInstance } from "antd";
import { useTranslation } from "react-i18next";
import type { Typed } from "./operations";

// What most resolutions are: one press fills outcome, reason and knowledge decision.
const presets = [
  { name: "permanent_fix", outcome: "done", knowledge: "none" },
  { name: "workaround", outcome: "done", knowledge: "create" },
  { name: "advice_given", outcome: "done", knowledge: "exists" },
  { name: "not_possible", outcome: "failed", knowledge: "none" },
  { name: "out_of_scope", outcome: "failed", knowledge: "none" },
] as const;

export function Presets({ form, onTyped }: { form: FormInstance<Typed>; onTyped: (typed: Typed) => void }) {
  const { t } = useTranslation("desk");
  const take = (preset: (typeof presets)[number]) => {
    form.setFieldsValue({ outcome: preset.outcome, closure_reason: preset.name, knowledge: preset.knowledge });
    onTyped(form.getFieldsValue(true));
    (form.getFieldInstance("resolution") as { focus?: () => void } | undefined)?.focus?.();
  };
  return (
    <div className="desk-presets" role="group" aria-label={t("presets")}>
      {presets.map((preset) => (
        <Button key={preset.name} size="small" shape="round" onClick={() => take(preset)}>
          {t(`code.${preset.name}`)}
        </Button>
      ))}
    </div>
  );
}
