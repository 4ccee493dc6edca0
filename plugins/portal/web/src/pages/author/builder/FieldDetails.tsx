import { Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { Choices } from "./Choices";
import { put, type Json } from "./json-place";
import { answersOf, choicesOf, freshOf, itemKinds, kindOf, type FieldKind } from "./kinds";
import { PriceInput } from "./PriceInput";
import { NumberSetting, Setting } from "./Setting";

interface Props {
  id: string;
  kind: FieldKind;
  /** The field's own JSON. */
  own: Json;
  onChange: (own: Json) => void;
  lists: string[];
  readOnly: boolean;
  /** Whether an answer may cost something. */
  hasPrices: boolean;
  /** For choices that conditions name. */
  onRenameChoice?: (from: unknown, to: string) => void;
  isAsked?: (answer: unknown) => boolean;
  /** Whether a script, or the form in force, says the value of a choice. */
  isUsed: (answer: unknown) => boolean;
  currency: string | undefined;
}

/** What can be said of a field of this kind: bounds, choices, which list. */
export function FieldDetails(props: Props) {
  const { id, kind, own, onChange, lists, readOnly, hasPrices } = props;
  const { t } = useTranslation("author-builder");
  const set = (key: string) => (value: unknown) => onChange(put(own, [key], value === "" ? undefined : value));
  const number = (key: string, label: string) => <NumberSetting key={key} id={`${id}-${key}`} label={label} value={own[key]} onChange={set(key)} />;
  switch (kind) {
    case "text":
    case "long":
    case "mail":
    case "address":
      return (
        <div className="builder-settings">
          {number("minLength", t("fewestLetters"))}
          {number("maxLength", t("mostLetters"))}
          {kind === "text" && <Pattern id={id} own={own} onChange={onChange} />}
          {(kind === "text" || kind === "long") && <Preset id={id} kind={kind} own={own} onChange={set("default")} readOnly={readOnly} />}
        </div>
      );
    case "number":
    case "decimal":
      return (
        <div className="builder-settings">
          {number("minimum", t("smallest"))}
          {number("maximum", t("largest"))}
          {number("multipleOf", t("inSteps"))}
          {number("default", t("preset"))}
        </div>
      );
    case "yesno":
      return (
        <>
          <div className="builder-settings">
            {hasPrices && <Price id={id} currency={props.currency} value={own["x-price"]} onChange={set("x-price")} />}
            <Preset id={id} kind={kind} own={own} onChange={set("default")} readOnly={readOnly} />
          </div>
          <Checkbox checked={own["const"] === true} disabled={readOnly} onChange={({ target }) => set("const")(target.checked ? true : undefined)}>
            {t("mustBeYes")}
          </Checkbox>
        </>
      );
    case "choice": {
      const rename = (from: unknown, to: string) => onChange({ ...own, oneOf: choicesOf(own).map((choice) => (choice.const === from ? { ...choice, const: to } : choice)), ...(own["default"] === from && { default: to }) });
      return (
        <>
          <Choices choices={choicesOf(own)} onChange={(choices) => onChange(withChoices(own, choices))} onRename={props.onRenameChoice ?? rename} isAsked={props.isAsked ?? (() => false)} isUsed={props.isUsed} currency={props.currency} readOnly={readOnly} hasPrices={hasPrices} />
          <div className="builder-settings">
            <Preset id={id} kind={kind} own={own} onChange={set("default")} readOnly={readOnly} />
          </div>
        </>
      );
    }
    case "date":
    case "moment":
      return <div className="builder-settings"><When id={id} value={own["x-when"]} onChange={set("x-when")} readOnly={readOnly} /></div>;
    case "window":
      return <Window id={id} own={own} onChange={onChange} readOnly={readOnly} />;
    case "list":
      return <div className="builder-settings"><PublishedList id={id} value={own["x-list"]} lists={lists} onChange={set("x-list")} readOnly={readOnly} /></div>;
    case "several":
      return <Several {...props} />;
    default:
      return null;
  }
}

/** A preset goes with its choice: when it is called otherwise, and when it is offered no more. */
function withChoices(own: Json, choices: { const: unknown }[]): Json {
  const before = choicesOf(own);
  const place = before.findIndex((choice) => choice.const === own["default"]);
  const isCalled = before.length === choices.length && choices.every((choice, at) => at === place || choice.const === before[at]?.const);
  const next = { ...own, oneOf: choices, ...("default" in own && place >= 0 && isCalled && { default: choices[place]?.const }) };
  return "default" in next && !choices.some((choice) => choice.const === next["default"]) ? put(next, ["default"], undefined) : next;
}

function Pattern({ id, own, onChange }: { id: string; own: Json; onChange: (own: Json) => void }) {
  const { t } = useTranslation("author-builder");
  const examples = Array.isArray(own["examples"]) ? (own["examples"] as unknown[]) : [];
  const text = typeof own["pattern"] === "string" ? own["pattern"] : "";
  const example = (value: string) => onChange(put(own, ["examples"], value === "" && examples.length < 2 ? undefined : [value, ...examples.slice(1)]));
  return (
    <>
      <Setting id={`${id}-pattern`} label={t("pattern")} hint={t("patternHint")}>
        <Input id={`${id}-pattern`} aria-describedby={`${id}-pattern-hint`} className="builder-code" value={text} onChange={({ target }) => onChange(put(own, ["pattern"], target.value || undefined))} />
      </Setting>
      <Setting id={`${id}-example`} label={t("example")}>
        <Input id={`${id}-example`} value={String(examples[0] ?? "")} onChange={({ target }) => example(target.value)} />
      </Setting>
    </>
  );
}

function Price({ id, value, currency, onChange }: { id: string; value: unknown; currency: string | undefined; onChange: (value: string) => void }) {
  const { t } = useTranslation("author-builder");
  return (
    <Setting id={`${id}-price`} label={t("priceOfYes")}>
      <PriceInput id={`${id}-price`} value={String(value ?? "")} currency={currency} onChange={onChange} />
    </Setting>
  );
}

/** What the field holds before anybody fills it in. */
function Preset({ id, kind, own, onChange, readOnly }: { id: string; kind: FieldKind; own: Json; onChange: (value: unknown) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  const answers = answersOf(kind, own);
  const label = t("preset");
  const options = answers.map(({ value, title }) => ({ value: JSON.stringify(value), label: title ?? (value === true ? t("yes") : t("no")) }));
  return (
    <Setting id={`${id}-preset`} label={label}>
      {answers.length === 0 ? (
        <Input id={`${id}-preset`} value={String(own["default"] ?? "")} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <Select
          id={`${id}-preset`}
          aria-label={label}
          allowClear
          disabled={readOnly}
          placeholder={t("nothing")}
          value={own["default"] === undefined ? undefined : JSON.stringify(own["default"])}
          options={options}
          onChange={(value?: string) => onChange(value === undefined ? undefined : JSON.parse(value))}
        />
      )}
    </Setting>
  );
}

function When({ id, label, value, onChange, readOnly }: { id: string; label?: string; value: unknown; onChange: (value: unknown) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  const name = label ?? t("mustLie");
  return (
    <Setting id={`${id}-lies`} label={name}>
      <Select
        id={`${id}-lies`}
        aria-label={name}
        disabled={readOnly}
        value={value === "future" || value === "past" ? value : "any"}
        options={[
          { value: "any", label: t("anywhen") },
          { value: "future", label: t("future") },
          { value: "past", label: t("past") },
        ]}
        onChange={(next) => onChange(next === "any" ? undefined : next)}
      />
    </Setting>
  );
}

/** From when to when: both ends have a title and may have to lie on one side of now. */
function Window({ id, own, onChange, readOnly }: { id: string; own: Json; onChange: (own: Json) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  const ends = [
    { end: "start", title: t("titleOfStart"), lies: t("startLies") },
    { end: "end", title: t("titleOfEnd"), lies: t("endLies") },
  ];
  return (
    <div className="builder-settings">
      {ends.map(({ end, title, lies }) => {
        const said = asObject(asObject(own["properties"])[end]);
        const set = (key: string, value: unknown) => onChange(put(own, ["properties", end, key], value));
        return [
          <Setting key={`${end}-title`} id={`${id}-${end}-title`} label={title}>
            <Input id={`${id}-${end}-title`} value={String(said["title"] ?? "")} onChange={({ target }) => set("title", target.value)} />
          </Setting>,
          <When key={`${end}-when`} id={`${id}-${end}`} label={lies} value={said["x-when"]} onChange={(value) => set("x-when", value)} readOnly={readOnly} />,
        ];
      })}
    </div>
  );
}

function PublishedList({ id, value, lists, onChange, readOnly }: { id: string; value: unknown; lists: string[]; onChange: (value: string) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  const now = typeof value === "string" ? value : "";
  const options = (now === "" || lists.includes(now) ? lists : [...lists, now]).map((name) => ({ value: name, label: name }));
  return (
    <Setting id={`${id}-list`} label={t("whichList")}>
      <Select id={`${id}-list`} aria-label={t("whichList")} disabled={readOnly} showSearch value={now || undefined} options={options} onChange={onChange} />
    </Setting>
  );
}

/** Several of one kind: how many, and what is to be said of each. */
function Several({ id, own, onChange, lists, readOnly, hasPrices, isUsed, currency }: Props) {
  const { t } = useTranslation("author-builder");
  const items = asObject(own["items"]);
  const kind = kindOf(items);
  const options = itemKinds.filter((one) => one !== "list" || lists.length > 0 || kind === "list").map((value) => ({ value, label: t(`kind.${value}`) }));
  const change = (next: (typeof itemKinds)[number]) => onChange(put(own, ["items"], { ...(items["title"] !== undefined && { title: items["title"] }), ...freshOf(next, lists[0]) }));
  return (
    <>
      <div className="builder-settings">
        <Setting id={`${id}-of`} label={t("severalOf")}>
          <Select id={`${id}-of`} aria-label={t("severalOf")} disabled={readOnly} value={kind as (typeof itemKinds)[number]} options={options} onChange={change} />
        </Setting>
        <HowMany id={id} own={own} onChange={onChange} fewest={t("fewest")} most={t("most")} one={t("oneIsCalled")} />
      </div>
      <Checkbox checked={own["uniqueItems"] === true} disabled={readOnly} onChange={({ target }) => onChange({ ...own, uniqueItems: target.checked })}>
        {t("eachOnce")}
      </Checkbox>
      <FieldDetails id={`${id}-one`} kind={kind} own={items} onChange={(next) => onChange(put(own, ["items"], next))} lists={lists} readOnly={readOnly} hasPrices={hasPrices} isUsed={isUsed} currency={currency} />
    </>
  );
}

interface HowManyProps {
  id: string;
  own: Json;
  onChange: (own: Json) => void;
  fewest: string;
  most: string;
  /** The label for what one of them is called. */
  one: string;
}

/** The least and the most of what a list or a table takes, and what one of it is called. */
export function HowMany({ id, own, onChange, fewest, most, one }: HowManyProps) {
  const title = asObject(own["items"])["title"];
  return (
    <>
      <NumberSetting id={`${id}-fewest`} label={fewest} value={own["minItems"]} onChange={(value) => onChange(put(own, ["minItems"], value || undefined))} />
      <NumberSetting id={`${id}-most`} label={most} value={own["maxItems"]} onChange={(value) => onChange(put(own, ["maxItems"], value))} />
      <Setting id={`${id}-each`} label={one}>
        <Input id={`${id}-each`} value={typeof title === "string" ? title : ""} onChange={({ target }) => onChange(put(own, ["items", "title"], target.value))} />
      </Setting>
    </>
  );
}
