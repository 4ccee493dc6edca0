import { useState } from "react";
import { useTranslation } from "react-i18next";
import { asObject, type Files } from "../content";
import { AddField } from "./AddField";
import type { Bench } from "./bench";
import { FieldCard } from "./FieldCard";
import { HowMany } from "./FieldDetails";
import { addField, fieldsOf } from "./fields";
import { put, type Json } from "./json-place";
import { plainKinds } from "./kinds";

interface Props {
  bench: Bench;
  id: string;
  /** A table, or a part with fields of its own. */
  own: Json;
  isTable: boolean;
  onChange: (own: Json, texts?: Files) => void;
}

/** The columns of a table, or the fields of a part, edited like those of the form. */
export function Columns({ bench, id, own, isTable, onChange }: Props) {
  const { t } = useTranslation("author-builder");
  const [open, setOpen] = useState<string>();
  const schema = isTable ? asObject(own["items"]) : own;
  const change = (next: Json, texts?: Files) => onChange(isTable ? put(own, ["items"], next) : next, texts);
  const fields = fieldsOf(schema);
  const inner: Bench = { ...bench, schema, onChange: change, isForm: false, id };
  const title = isTable ? t("columns") : t("fieldsWithin");
  return (
    <>
      {isTable && (
        <div className="builder-settings">
          <HowMany id={id} own={own} onChange={onChange} fewest={t("fewestRows")} most={t("mostRows")} one={t("rowIsCalled")} />
        </div>
      )}
      <div role="group" aria-label={title} className="builder-columns">
        <h3>{title}</h3>
        <ol className="builder-fields">
          {fields.map((field) => (
            <FieldCard key={field.key} field={field} bench={inner} isOpen={open === field.key} onOpen={(isOpen) => setOpen(isOpen ? field.key : undefined)} />
          ))}
        </ol>
        {!bench.readOnly && (
          <AddField
            id={id}
            title={isTable ? t("columnTitle") : t("title")}
            button={isTable ? t("addColumn") : t("add")}
            kinds={plainKinds}
            lists={bench.lists}
            taken={fields.map(({ name }) => name)}
            onAdd={(name, called, kind) => {
              change(addField(schema, name, called, kind, bench.lists[0]));
              setOpen(name);
            }}
          />
        )}
      </div>
    </>
  );
}
