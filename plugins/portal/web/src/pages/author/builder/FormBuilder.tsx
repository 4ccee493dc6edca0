import { Button, Checkbox, Input, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { Waiting } from "../../../shell/ProblemNotice";
import { asObject } from "../content";
import { addField, changeField, fieldsOf, moveField, removeField, setRequired, setSection, setShownWhen, type Choice, type Field, type FieldKind, type Json } from "./fields";

const RequestForm = lazy(() => import("../../../form/RequestForm"));

const kinds = ["text", "long", "number", "yesno", "choice", "date", "moment", "person", "group", "list", "file"] as const satisfies FieldKind[];

interface Props {
  schema: Json;
  onChange: (schema: Json) => void;
  readOnly: boolean;
}

interface BuilderProps extends Props {
  /** What the author has filled in to try the form. */
  filled: Json;
  onFilled: (filled: Json) => void;
}

/** The fields of a form, each with what can be said of it, and beside them the form as people see it. */
export function FormBuilder({ schema, onChange, readOnly, filled, onFilled }: BuilderProps) {
  const { t } = useTranslation("author");
  const fields = fieldsOf(schema);
  return (
    <div className="builder">
      <div>
        <h2>{t("builder.fields")}</h2>
        <ol className="builder-fields">
          {fields.map((field) => (
            <li key={field.name} className="card">
              <FieldEditor field={field} fields={fields} schema={schema} onChange={onChange} readOnly={readOnly} />
            </li>
          ))}
        </ol>
        {!readOnly && <AddField taken={fields.map(({ name }) => name)} onAdd={(name, title, kind) => onChange(addField(schema, name, title, kind))} />}
      </div>
      <section aria-labelledby="live-form">
        <h2 id="live-form">{t("builder.live")}</h2>
        <Suspense fallback={<Waiting />}>
          <RequestForm schema={schema} uiSchema={asObject(schema["x-ui"])} value={filled} onChange={(value) => onFilled(value)} id="sample" />
        </Suspense>
      </section>
    </div>
  );
}

function FieldEditor({ field, fields, schema, onChange, readOnly }: { field: Field; fields: Field[] } & Props) {
  const { t } = useTranslation("author");
  const { name } = field;
  const id = (part: string) => `field-${name}-${part}`;
  // Yes or no, and choices, have answers that one can name.
  const deciding = fields.filter((other) => other.name !== name && !other.shownWhen && !other.isFixed && (other.kind === "yesno" || other.kind === "choice"));
  const answers = deciding.flatMap((other) =>
    answersOf(other).map((is) => ({ value: JSON.stringify({ field: other.name, is }), label: `${other.title || other.name}: ${is === true ? t("builder.yes") : is === false ? t("builder.no") : String(is)}` })),
  );
  return (
    <fieldset className="builder-field" disabled={readOnly}>
      <legend>
        {field.title || name} <span className="quiet">{t(`builder.kind.${field.kind}`)}</span>
      </legend>
      <label htmlFor={id("title")}>{t("builder.title")}</label>
      <Input id={id("title")} value={field.title} onChange={({ target }) => onChange(changeField(schema, name, "title", target.value))} />
      <label htmlFor={id("hint")}>{t("builder.hint")}</label>
      <Input id={id("hint")} value={field.description} onChange={({ target }) => onChange(changeField(schema, name, "description", target.value))} />
      <label htmlFor={id("section")}>{t("builder.section")}</label>
      <Input id={id("section")} defaultValue={field.section} onBlur={({ target }) => onChange(setSection(schema, name, target.value.trim() || undefined))} />
      {!field.isFixed && (
        <>
          <label htmlFor={id("when")}>{t("builder.when")}</label>
          <Select
            id={id("when")}
            aria-label={t("builder.when")}
            allowClear
            disabled={readOnly}
            placeholder={t("builder.always")}
            value={field.shownWhen && JSON.stringify(field.shownWhen)}
            options={answers}
            onChange={(value?: string) => onChange(setShownWhen(schema, name, value === undefined ? undefined : (JSON.parse(value) as Field["shownWhen"])))}
          />
        </>
      )}
      {field.kind === "choice" && <Choices field={field} onChange={(choices) => onChange(changeField(schema, name, "oneOf", choices))} />}
      <Checkbox checked={field.required} disabled={readOnly} onChange={({ target }) => onChange(setRequired(schema, name, target.checked))}>
        {t("builder.required")}
      </Checkbox>
      {!readOnly && (
        <div className="buttons">
          <Button size="small" onClick={() => onChange(moveField(schema, name, -1))}>
            {t("builder.up")}
          </Button>
          <Button size="small" onClick={() => onChange(moveField(schema, name, 1))}>
            {t("builder.down")}
          </Button>
          <Button size="small" danger onClick={() => onChange(removeField(schema, name))}>
            {t("builder.remove")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

const choicesOf = (field: Field) => (Array.isArray(field.schema["oneOf"]) ? field.schema["oneOf"] : []) as Choice[];
const answersOf = (field: Field): unknown[] => (field.kind === "yesno" ? [true, false] : choicesOf(field).map((choice) => choice.const));

function Choices({ field, onChange }: { field: Field; onChange: (choices: Choice[]) => void }) {
  const { t } = useTranslation("author");
  const choices = choicesOf(field);
  const change = (place: number, key: keyof Choice, value: string) =>
    onChange(choices.map((choice, at) => (at !== place ? choice : value === "" && key === "x-price" ? withoutPrice(choice) : { ...choice, [key]: value })));
  return (
    <div>
      <ul className="builder-choices">
        {choices.map((choice, place) => (
          <li key={place}>
            <Input aria-label={t("builder.choice")} value={choice.title} onChange={({ target }) => change(place, "title", target.value)} />
            <Input aria-label={t("builder.price")} placeholder={t("builder.price")} value={choice["x-price"] ?? ""} onChange={({ target }) => change(place, "x-price", target.value)} />
            {choices.length > 1 && (
              <Button size="small" onClick={() => onChange(choices.filter((_, at) => at !== place))}>
                {t("builder.remove")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => onChange([...choices, { const: `choice-${choices.length + 1}`, title: t("builder.choice") }])}>
        {t("builder.addChoice")}
      </Button>
    </div>
  );
}

function withoutPrice({ "x-price": _, ...rest }: Choice): Choice {
  return rest;
}

function AddField({ taken, onAdd }: { taken: string[]; onAdd: (name: string, title: string, kind: (typeof kinds)[number]) => void }) {
  const { t } = useTranslation("author");
  const [title, setTitle] = useState("");
  const [kind, setKind] = useState<(typeof kinds)[number]>("text");
  const add = () => {
    const stem = title.toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^[^a-z]+|_+$/g, "") || "field";
    const names = [stem, ...taken.map((_, place) => `${stem}_${place + 2}`)];
    onAdd(names.find((name) => !taken.includes(name)) ?? stem, title.trim(), kind);
    setTitle("");
  };
  return (
    <div className="builder-add">
      <Input aria-label={t("builder.title")} placeholder={t("builder.title")} value={title} onChange={({ target }) => setTitle(target.value)} />
      <Select aria-label={t("builder.kindLabel")} value={kind} onChange={setKind} options={kinds.map((value) => ({ value, label: t(`builder.kind.${value}`) }))} />
      <Button onClick={add} disabled={title.trim() === ""}>
        {t("builder.add")}
      </Button>
    </div>
  );
}
