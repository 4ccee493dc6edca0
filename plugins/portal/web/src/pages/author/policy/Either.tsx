import { Input, Select } from "antd";
import { useEffect, useState, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { same } from "../builder/json-place";
import { asObject } from "../content";
import { BenchProvider, idOf, useBench, type Control } from "./bench";
import { NameControl, NamesControl } from "./NameControl";
import { prioritiesOf } from "./names";
import { isObject, type Node } from "./schema";

// Places where a value may be of one kind or of another.

const textOf = (node: Node) => node.anyOf?.find(({ type }) => type === "string") ?? {};
const otherOf = (node: Node) => node.anyOf?.find(({ type }) => type !== "string") ?? {};

/** One name or several: who chooses one writes it as one. */
export function OneOrMany(props: Control) {
  const { set } = useBench();
  const { place, value } = props;
  const many = typeof value === "string" ? [value] : value;
  // What was written as a list stays one.
  const put = (next: unknown) => set(place, Array.isArray(next) && next.length === 1 && !Array.isArray(value) ? next[0] : next);
  return (
    <Rewired set={put}>
      <NamesControl {...props} node={otherOf(props.node)} value={many} />
    </Rewired>
  );
}

/** One name for all, or one for each priority. */
export function OneOrEach(props: Control) {
  const { t } = useTranslation("policy");
  const { policy, readOnly, set } = useBench();
  const { node, place, name, value, label } = props;
  const isEach = isObject(value);
  const each = asObject(value);
  const priorities = [...new Set([...prioritiesOf(policy), ...Object.keys(each)])];
  const toEach = () => set(place, Object.fromEntries(priorities.map((priority) => [priority, value ?? ""])));
  const toOne = () => set(place, Object.values(each)[0] ?? "");
  const other = otherOf(node).additionalProperties;
  return (
    <>
      <Select
        id={idOf(place)}
        aria-label={t("kindOf", { name: label })}
        disabled={readOnly}
        value={isEach ? "each" : "one"}
        options={[
          { value: "one", label: t("oneForAll") },
          { value: "each", label: t("oneForEach") },
        ]}
        onChange={(next) => (next === "each" ? toEach() : toOne())}
      />
      {isEach ? (
        priorities.map((priority) => (
          <div key={priority} className="policy-pair">
            <span aria-hidden>{priority}</span>
            <NameControl node={typeof other === "object" ? other : {}} place={[...place, priority]} name={`${name}/*`} value={each[priority]} isRequired={false} label={`${label}, ${priority}`} />
          </div>
        ))
      ) : (
        <NameControl {...props} node={textOf(node)} place={place} label={label} />
      )}
    </>
  );
}

type Kind = "text" | "number" | "yesno" | "json";

const kindOf = (value: unknown): Kind =>
  typeof value === "string" ? "text" : typeof value === "number" ? "number" : typeof value === "boolean" ? "yesno" : "json";

const ofTypes: Record<string, Kind | undefined> = { string: "text", integer: "number", number: "number", boolean: "yesno", object: "json", array: "json" };

const beginnings: Record<Kind, unknown> = { text: "", number: 0, yesno: false, json: {} };

/** A text, a number, yes or no; whatever else as JSON. */
export function AnyControl({ node, place, value, label, describedBy }: Control) {
  const { t } = useTranslation("policy");
  const { readOnly, set } = useBench();
  const id = idOf(place);
  const kind = kindOf(value);
  const open = Array.isArray(node.type) ? node.type.map((type) => ofTypes[type]) : (["text", "number", "yesno", "json"] as const);
  const kinds = [...new Set([...open, kind])].filter((one) => one !== undefined);
  return (
    <div className="policy-any">
      <Select
        aria-label={t("kindOf", { name: label })}
        disabled={readOnly}
        popupMatchSelectWidth={false}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: t(`anyKind.${one}`) }))}
        onChange={(next) => set(place, turned(value, next))}
      />
      {kind === "yesno" ? (
        <Select
          id={id}
          aria-label={label}
          aria-describedby={describedBy}
          disabled={readOnly}
          value={value === true}
          options={[true, false].map((one) => ({ value: one, label: one ? t("yes") : t("no") }))}
          onChange={(next: boolean) => set(place, next)}
        />
      ) : (
        <TypedInput id={id} kind={kind} value={value} onChange={(next) => set(place, next)} label={label} describedBy={describedBy} readOnly={readOnly} />
      )}
    </div>
  );
}

/** The value as another kind, where it can be read as one. */
function turned(value: unknown, kind: Kind): unknown {
  if (kind === "text") return typeof value === "object" ? "" : String(value ?? "");
  if (kind === "number" && value !== "" && Number.isInteger(Number(value))) return Number(value);
  return beginnings[kind];
}

interface TypedProps {
  id: string;
  kind: Kind;
  value: unknown;
  onChange: (value: unknown) => void;
  label: string | undefined;
  describedBy?: string | undefined;
  readOnly: boolean;
}

/** A text as it is typed; numbers and JSON count once they can be read. */
export function TypedInput({ id, kind, value, onChange, label, describedBy, readOnly }: TypedProps) {
  const { t } = useTranslation("policy");
  const written = kind === "text" ? String(value) : JSON.stringify(value, undefined, kind === "json" ? 2 : undefined);
  const [typed, setTyped] = useState(written);
  useEffect(() => setTyped((now) => (same(readAs(kind, now), value) ? now : written)), [kind, written, value]);
  const isWrong = readAs(kind, typed) === undefined;
  const type = (text: string) => {
    setTyped(text);
    const next = readAs(kind, text);
    if (next !== undefined) onChange(next);
  };
  const common = { id, "aria-label": label, "aria-describedby": isWrong ? `${id}-wrong` : describedBy, "aria-invalid": isWrong || undefined, readOnly, value: typed };
  return (
    <div className="policy-typed">
      {kind === "json" ? (
        <Input.TextArea {...common} rows={4} className="policy-code" spellCheck={false} onChange={({ target }) => type(target.value)} />
      ) : (
        <Input {...common} {...(kind === "number" ? { inputMode: "decimal" as const } : {})} onChange={({ target }) => type(target.value)} />
      )}
      {isWrong && (
        <div id={`${id}-wrong`} className="policy-found">
          {kind === "json" ? t("noJson") : t("noNumber")}
        </div>
      )}
    </div>
  );
}

function readAs(kind: Kind, text: string): unknown {
  if (kind === "text") return text;
  try {
    const value: unknown = JSON.parse(text);
    return kind === "number" && typeof value !== "number" ? undefined : value;
  } catch {
    return undefined;
  }
}

/** Controls within say their value to whoever stands around. */
function Rewired({ set, children }: { set: (value: unknown) => void; children: ReactNode }) {
  const bench = useBench();
  return <BenchProvider value={{ ...bench, set: (_, value) => set(value) }}>{children}</BenchProvider>;
}
