import { Input } from "antd";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";
import { Problem, type FieldError } from "../../api/problem";
import { RequestForm } from "../../form/soon";
import { Waiting } from "../../shell/ProblemNotice";
import { useStepForm } from "../ticket/step-form";
import { spoken } from "./facts";
import type { Step } from "./inbox-data";
import { useTyped } from "./typed";

// A step names its form, but published forms are not for everybody to read. To
// who cannot, the server says which fields it misses, and those are asked for.

interface Asked {
  key: string;
  error: string | undefined;
}

export interface Fields {
  asked: Asked[];
  typed: Record<string, string>;
  type: (key: string, text: string) => void;
  output: Record<string, unknown>;
  /** The form, for who may read it. */
  schema: object | undefined;
  uiSchema: object | undefined;
  filled: Filled;
  fill: (filled: Filled) => void;
  errors: FieldError[];
}

interface Filled {
  value: Record<string, unknown>;
  pruned: Record<string, unknown>;
}

/** Numbers, yes and no as JSON means them, by what the server said of the field. */
function meant(text: string, kind: string | undefined): unknown {
  if (kind === "number" && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (kind === "boolean") return text === "true";
  return text;
}

function kindSaid(message: string): string | undefined {
  if (/integer|number/i.test(message)) return "number";
  if (/boolean/i.test(message)) return "boolean";
  return undefined;
}

const none: FieldError[] = [];
const ours = ["checklist", "resolution", "minutes"];

export function useAskedFields(step: Step, problem: unknown): Fields {
  const [typed, setTyped] = useTyped<Record<string, string>>(`${step.id}/fields`, {});
  const [known, setKnown] = useTyped<string[]>(`${step.id}/known`, []);
  const [kinds, setKinds] = useTyped<Record<string, string>>(`${step.id}/kinds`, {});
  const [filled, fill] = useTyped<Filled>(`${step.id}/form`, { value: {}, pruned: {} });
  const { form } = useStepForm(step);
  const schema = form?.schema;
  const errors = problem instanceof Problem ? problem.errors : none;
  const named = errors.map(({ pointer, message }) => ({ key: /^\/output\/([^/]+)/.exec(pointer)?.[1] ?? "", message }));
  const fresh = named.filter(({ key }) => key !== "" && !ours.includes(key) && !known.includes(key)).map(({ key }) => key);
  if (fresh.length > 0) setKnown([...known, ...new Set(fresh)]);
  const news = named.flatMap(({ key, message }) => {
    const kind = kindSaid(message);
    return kind && kinds[key] !== kind ? [[key, kind] as const] : [];
  });
  if (news.length > 0) setKinds({ ...kinds, ...Object.fromEntries(news) });
  const output = Object.fromEntries(
    Object.entries(typed).filter(([, text]) => text !== "").map(([key, text]) => [key, meant(text, kinds[key])]),
  );
  return {
    asked: known.map((key) => ({ key, error: named.find((one) => one.key === key)?.message })),
    typed,
    type: (key, text) => setTyped({ ...typed, [key]: text }),
    output: schema ? filled.pruned : output,
    schema,
    uiSchema: form?.uiSchema,
    filled,
    fill,
    errors,
  };
}

export function AskedFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation("inbox");
  if (fields.schema) {
    return (
      <Suspense fallback={<Waiting />}>
        <RequestForm
          schema={fields.schema}
          uiSchema={fields.uiSchema}
          value={fields.filled.value}
          onChange={(value, pruned) => fields.fill({ value, pruned })}
          errors={fields.errors}
          at="/output"
        />
      </Suspense>
    );
  }
  if (fields.asked.length === 0) return <p className="quiet hint">{t("fields.first")}</p>;
  return (
    <div className="asked-fields">
      {fields.asked.map(({ key, error }) => (
        <label key={key} className="words">
          <span>{spoken(key)}</span>
          <Input
            value={fields.typed[key] ?? ""}
            {...(error ? { status: "error" as const } : {})}
            onChange={(event) => fields.type(key, event.target.value)}
          />
          {error && <span className="alarm">{error}</span>}
        </label>
      ))}
    </div>
  );
}
