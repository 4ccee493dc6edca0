import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { Problem } from "../../api/problem";
import { spoken } from "./facts";
import { argumentsOf, type Step } from "./inbox-data";
import { useTyped } from "./typed";

// A step names its form, but who answers cannot read it: forms are for authors.
// The server says which fields it misses, and those are asked for here.

interface Asked {
  key: string;
  error: string | undefined;
}

export interface Fields {
  asked: Asked[];
  typed: Record<string, string>;
  type: (key: string, text: string) => void;
  output: Record<string, unknown>;
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

const ours = ["checklist", "resolution", "minutes"];

export function useAskedFields(step: Step, problem: unknown): Fields {
  const [typed, setTyped] = useTyped<Record<string, string>>(`${step.id}/fields`, {});
  const [known, setKnown] = useTyped<string[]>(`${step.id}/known`, []);
  const [kinds, setKinds] = useTyped<Record<string, string>>(`${step.id}/kinds`, {});
  const errors = problem instanceof Problem ? problem.errors : [];
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
    output,
  };
}

export function AskedFields({ fields }: { fields: Fields }) {
  const { t } = useTranslation("inbox");
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

export function hasForm(step: Step): boolean {
  return argumentsOf(step).form !== undefined;
}
