import { AutoComplete, Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Field } from "../builder/fields";
import { GroupPicker } from "../../desk/pick/GroupPicker";
import type { Answers, Lack } from "./answers";
import { BranchesField } from "./BranchesField";
import { CalledField } from "./CalledField";
import { FormField } from "./FormField";
import { badOf, mayBeNobody, silences, type FieldName, type Kind } from "./kinds";
import { Labelled } from "./Labelled";
import { LimitField } from "./LimitField";
import type { PaletteNames } from "./usePaletteNames";
import { ValuesField } from "./ValuesField";
import { firstValues, knownValues, placeholdersOf, type Values } from "./wanted";
import { WhoField } from "./WhoField";

interface Props {
  name: FieldName;
  kind: Kind;
  answers: Answers;
  onChange: (changes: Partial<Answers>) => void;
  /** Those of the item's form. */
  fields: Field[];
  schema: unknown;
  names: PaletteNames;
  lacks: Lack[];
}

const quorums = ["2", "3", "4", "50%", "66%", "all"];
const ways = ["round_robin", "least_loaded", "skills"] as const;

/** One field of the small form, with the control that fits it. */
export function StepField({ name, kind, answers, onChange, fields, schema, names, lacks }: Props) {
  const { t } = useTranslation("palette");
  const id = `step-${name}`;
  const lack = lacks.find((one) => one === name);
  const shared = { label: t(`field.${labelOf(name, kind)}`), of: id, lack: lack && t(`lack.${lack}`) };
  const line = (key: "name" | "amount" | "tolerance" | "keep" | "event", hint?: string) => (
    <Labelled {...shared} hint={hint}>
      <Input id={id} maxLength={400} value={answers[key]} onChange={({ target }) => onChange({ [key]: target.value })} />
    </Labelled>
  );
  const pick = (key: "silence" | "quorum" | "bad" | "onError" | "by" | "due" | "code", options: { value: string; label: string }[], none?: string) => (
    <Labelled {...shared}>
      <Select id={id} value={answers[key]} onChange={(value: string) => onChange({ [key]: value })} options={[...(none ? [{ value: "", label: none }] : []), ...options]} />
    </Labelled>
  );
  const dates = fields.filter((field) => field.kind === "date" || field.kind === "moment");

  switch (name) {
    case "name":
      if (kind === "task" || kind === "approval" || kind === "handle") return line("name");
      return (
        <Labelled {...shared} hint={kind === "notify" ? t("hint.message") : undefined}>
          <Input.TextArea
            id={id}
            rows={2}
            maxLength={2000}
            value={answers.name}
            onChange={({ target }) => onChange({ name: target.value, ...(kind === "notify" ? placeholders(target.value, answers.values, schema) : {}) })}
          />
        </Labelled>
      );
    case "who":
      return (
        <Labelled {...shared}>
          <WhoField
            id={id}
            value={answers.who}
            onChange={(who) => onChange({ who })}
            nobodyIs={mayBeNobody(kind) ? t(kind === "assign" ? "who.intake" : "who.stays") : undefined}
            fields={fields}
            roles={names.roles}
          />
        </Labelled>
      );
    case "amount":
      return line("amount", t(answers.hasPrice ? "hint.amount" : "hint.noPrice"));
    case "tolerance":
      return line("tolerance", t("hint.tolerance"));
    case "keep":
      return line("keep", t("hint.keep"));
    case "event":
      return line("event", t("hint.event"));
    case "limit":
    case "until":
      // Nobody waits for the end of a ticket that goes its own way.
      if (kind === "open_ticket" && !answers.waits) return null;
      return (
        <Labelled {...shared}>
          <LimitField id={id} value={answers[name]} onChange={(limit) => onChange({ [name]: limit })} fields={fields} mayBePolicy={name === "limit"} />
        </Labelled>
      );
    case "at":
      return (
        <Labelled {...shared} hint={t("hint.at")}>
          <Input id={id} type="time" value={answers.at} onChange={({ target }) => onChange({ at: target.value })} />
        </Labelled>
      );
    case "silence":
      if (kind === "open_ticket" && !answers.waits) return null;
      return pick("silence", silences(kind).map((value) => ({ value, label: t(`silence.${value}`) })), t("silence.policy"));
    case "escalateTo":
      if (answers.silence !== "escalate") return null;
      return (
        <Labelled {...shared} hint={t("hint.escalateTo")}>
          <GroupPicker id={id} value={answers.escalateTo || undefined} onChange={(group) => onChange({ escalateTo: (group as string | undefined) ?? "" })} />
        </Labelled>
      );
    case "quorum":
      return pick("quorum", quorums.map((value) => ({ value, label: /\d$/.test(value) ? t("quorum.count", { number: value }) : value === "all" ? t("quorum.all") : t("quorum.share", { share: value }) })), t("quorum.one"));
    case "bad":
      if (kind === "open_ticket" && !answers.waits) return null;
      return pick("bad", (badOf(kind)?.takes ?? []).map((value) => ({ value, label: t(`bad.${value}`) })), t("bad.usual"));
    case "checklist":
    case "text":
      return (
        <Labelled {...shared} hint={name === "checklist" ? t("hint.checklist") : undefined}>
          <Input.TextArea id={id} rows={2} value={answers[name]} onChange={({ target }) => onChange({ [name]: target.value })} />
        </Labelled>
      );
    case "form":
      return <FormField {...shared} value={answers.form} onChange={(form) => onChange({ form })} none={t(kind === "ask" ? "form.oneText" : "form.none")} inForce={names.forms} />;
    case "key":
      return (
        <Labelled {...shared} hint={t("hint.key")}>
          <Select
            id={id}
            value={answers.key}
            onChange={(key: string) => onChange({ key })}
            options={[{ value: "", label: t("value.none") }, ...knownValues(schema).map(({ code, about }) => ({ value: code, label: about ? `${about} (${code})` : code }))]}
          />
        </Labelled>
      );
    case "item":
    case "func":
      return <CalledField {...shared} name={name} answers={answers} onChange={onChange} schema={schema} items={names.items} />;
    case "values":
      return <ValuesField wanted={answers.wanted} values={answers.values} onChange={(values) => onChange({ values })} schema={schema} isTold={lacks.length > 0} />;
    case "waits":
    case "confirm":
      return (
        <Checkbox className="palette-tick" checked={answers[name]} onChange={({ target }) => onChange({ [name]: target.checked })}>
          {shared.label}
        </Checkbox>
      );
    case "branches":
      return (
        <>
          <BranchesField branches={answers.branches} onChange={(branches) => onChange({ branches })} fields={fields} roles={names.roles} />
          {shared.lack && (
            <p role="alert" className="palette-lack">
              {shared.lack}
            </p>
          )}
        </>
      );
    case "onError":
      return pick("onError", (["cancel", "finish"] as const).map((value) => ({ value, label: t(`onError.${value}`) })), t("onError.usual"));
    case "by":
      return answers.who.is === "nobody" ? null : pick("by", ways.map((value) => ({ value, label: t(`by.${value}`) })), t("by.anybody"));
    case "level":
      // A level that is not published yet may be named, too.
      return (
        <Labelled {...shared}>
          <AutoComplete id={id} value={answers.level} onChange={(level: string) => onChange({ level })} options={names.levels.map((value) => ({ value }))} />
        </Labelled>
      );
    case "due":
      return dates.length === 0 ? null : pick("due", dates.map((field) => ({ value: field.name, label: field.title || field.name })), t("due.level"));
    case "code": {
      const codes = kind === "reject" ? names.rejections : names.reasons;
      return pick("code", codes.map(({ code, label }) => ({ value: code, label })), kind === "reject" ? undefined : t("value.none"));
    }
  }
}

/** What is in braces is told with a value; a field of the form of that name is one. */
function placeholders(message: string, values: Values, schema: unknown): Pick<Answers, "wanted" | "values"> {
  const wanted = placeholdersOf(message);
  return { wanted, values: { ...firstValues(wanted.map((one) => ({ ...one, required: false })), schema), ...values } };
}

/** A text is called by what it is for. */
function labelOf(name: FieldName, kind: Kind): string {
  if (name === "name") return kind === "ask" ? "question" : kind === "notify" ? "message" : kind === "resolve" ? "resolution" : kind === "reject" ? "refusal" : "name";
  if (name === "who") return kind === "assign" ? "queue" : kind === "notify" ? "reader" : "who";
  return name === "code" && kind === "reject" ? "rejectionCode" : name;
}
