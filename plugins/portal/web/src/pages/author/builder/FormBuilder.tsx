import { Alert, Button } from "antd";
import { useQuery } from "@tanstack/react-query";
import { Suspense, useState, type ReactNode } from "react";
import { createPortal } from "react-dom";
import { useTranslation } from "react-i18next";
import { api, got } from "../../../api/client";
import { RequestForm } from "../../../form/soon";
import { Waiting } from "../../../shell/ProblemNotice";
import { asObject, type Files } from "../content";
import type { Ways } from "../PlaceLink";
import { AddField } from "./AddField";
import type { Bench, Owner } from "./bench";
import { FieldCard } from "./FieldCard";
import { Places } from "./FieldName";
import { addField, fieldsOf } from "./fields";
import type { Json } from "./json-place";
import { kinds } from "./kinds";
import { mentions, mentionsOfAnswer } from "./mentions";
import { AddSection, SectionHead } from "./SectionHead";
import { groupsOf } from "./sections";
import "./builder.css";

interface Props {
  owner: Owner;
  schema: Json;
  /** The new form, and other texts of the item that change with it. */
  onChange: (schema: Json, texts?: Files) => void;
  readOnly: boolean;
  /** What the author has filled in to try the form. */
  filled: Json;
  onFilled: (filled: Json) => void;
  /** Other texts, which say the names of its fields. */
  texts: Files;
  ways: Ways;
  isShared: boolean;
  /** The text of the form in force. */
  published: string | undefined;
  /** What prices are in, for the items of a catalog. */
  currency?: string | undefined;
  /** Where the form as people see it has room beside the fields. */
  beside?: HTMLElement | null;
  /** What is said of the form as a whole. */
  children: ReactNode;
}

const listsFolder = "schemas/lists/";

/** The lists that a field may offer. */
function usePublishedLists(enabled: boolean): string[] {
  const { data } = useQuery({
    enabled,
    queryKey: ["content", "lists"],
    queryFn: async () => {
      const { items } = await got(api.GET("/api/v1/releases/current/files", { params: { query: { prefix: listsFolder } } }));
      return items.map(({ path }) => path.slice(listsFolder.length).replace(/\.csv$/, "")).sort();
    },
  });
  return data ?? [];
}

/** The fields of a form, each with what can be said of it, and beside them the form as people see it. */
export function FormBuilder({ owner, schema, onChange, readOnly, filled, onFilled, texts, ways, isShared, published, currency, beside, children }: Props) {
  const { t } = useTranslation("author-builder");
  const [open, setOpen] = useState<string>();
  const [removed, setRemoved] = useState<{ title: string; before: Json; after: string }>();
  const [old, setOld] = useState<string>();
  const lists = usePublishedLists(!readOnly);
  const groups = groupsOf(schema);
  const find = (name: string) => (owner === "item" ? mentions(texts, name) : mentionsOfAnswer(texts, name));
  const left = old === undefined ? [] : find(old);
  const notice = left.length > 0 && (
    <Alert type="info" showIcon closable={{ onClose: () => setOld(undefined) }} title={t("left", { name: old })} description={<Places places={left} ways={ways} />} />
  );
  const bench: Bench = {
    schema,
    onChange,
    isForm: true,
    owner,
    id: "field",
    readOnly,
    lists,
    texts,
    find,
    isSaid: (value) => [published ?? "", ...Object.values(texts)].some((text) => text.includes(JSON.stringify(value))),
    currency,
    ways,
    isShared,
    left: notice,
    onLeft: setOld,
    onRenamed: (next, changed, from, to) => {
      onChange(next, changed);
      setOld(from);
      if (open === from) setOpen(to);
      // What was filled in to try the form goes with its field.
      onFilled(Object.fromEntries(Object.entries(filled).map(([name, value]) => [name === from ? to : name, value])));
    },
  };
  const add = (name: string, title: string, kind: (typeof kinds)[number]) => {
    onChange(addField(schema, name, title, kind, lists[0]));
    setOpen(name);
  };
  const live = (
    <section className={beside ? "card builder-live" : "builder-live"} aria-labelledby="live-form">
      <h2 id="live-form">{t(owner === "item" ? "live" : "liveOfStep")}</h2>
      <Suspense fallback={<Waiting />}>
        <RequestForm schema={schema} uiSchema={asObject(schema["x-ui"])} currency={currency} value={filled} onChange={(value) => onFilled(value)} id="sample" />
      </Suspense>
    </section>
  );
  const isBack = removed !== undefined && JSON.stringify(schema) === removed.after;
  return (
    <div className="builder">
      {children}
      <section aria-labelledby="builder-fields">
        <h2 id="builder-fields">{t("fields")}</h2>
        {groups.map((group) => (
          <div key={group.place ?? "rest"} className="builder-group">
            {groups.length > 1 && (group.place !== undefined || group.fields.length > 0) && <SectionHead group={group} count={groups.length - 1} bench={bench} />}
            <ol className="builder-fields">
              {group.fields.map((field) => (
                <FieldCard
                  key={field.key}
                  field={field}
                  bench={bench}
                  groups={groups}
                  isOpen={open === field.key}
                  onOpen={(isOpen) => setOpen(isOpen ? field.key : undefined)}
                  onRemoved={(gone, after) => setRemoved({ title: gone.title || gone.name, before: schema, after: JSON.stringify(after) })}
                />
              ))}
            </ol>
          </div>
        ))}
        <p role="status" className={isBack ? undefined : "unseen"}>
          {isBack && (
            <>
              {t("removed", { name: removed.title })}{" "}
              <Button size="small" onClick={() => onChange(removed.before)}>
                {t("putBack")}
              </Button>
            </>
          )}
        </p>
        {!readOnly && (
          <>
            <AddField id="field" title={t("titleOfNew")} button={t("add")} kinds={kinds} lists={lists} taken={fieldsOf(schema).map(({ name }) => name)} onAdd={add} />
            <AddSection bench={bench} />
          </>
        )}
      </section>
      {beside ? createPortal(live, beside) : live}
    </div>
  );
}
