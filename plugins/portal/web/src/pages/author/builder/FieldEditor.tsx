import { Alert, App, Button, Checkbox, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Files } from "../content";
import type { Bench } from "./bench";
import { Columns } from "./Columns";
import { Conditional } from "./Conditions";
import type { Condition } from "./conditions";
import { FieldDetails } from "./FieldDetails";
import { changeField, changeKind, fieldsOf, placeOf, removeField, setRequired, type Field } from "./fields";
import { put, type Json } from "./json-place";
import { kinds, plainKinds, type FieldKind, type KnownKind } from "./kinds";
import { FieldName, Places } from "./FieldName";
import { setSection, type Group } from "./sections";
import { Setting } from "./Setting";
import { decidersOf, dependents, isAsked, isFree, renameChoice, setRequiredWhen, setShownWhen } from "./shown-when";

interface Props {
  id: string;
  field: Field;
  bench: Bench;
  groups: Group[] | undefined;
  onRemoved: ((field: Field, after: Json) => void) | undefined;
}

/** All that can be said of one field. */
export function FieldEditor({ id, field, bench, groups, onRemoved }: Props) {
  const { t } = useTranslation("author-builder");
  const { schema, onChange, readOnly, lists } = bench;
  const { name, kind } = field;
  const { modal } = App.useApp();
  const asked = dependents(schema, name);
  const offered = (bench.isForm ? kinds : plainKinds).filter((one) => one !== "list" || lists.length > 0 || kind === "list");
  const isOffered = (offered as readonly FieldKind[]).includes(kind);
  const whole = (own: Json, texts?: Files) => onChange(put(schema, placeOf(field), own), texts);
  const takeAway = () => {
    const after = removeField(schema, field);
    onChange(after);
    onRemoved?.(field, after);
  };
  const remove = () => {
    const said = bench.owner === "step" ? bench.find(name) : [];
    if (said.length === 0) return takeAway();
    // Such a form is in force at once, whatever its scripts say.
    void modal.confirm({ title: t("removeSure", { name: field.title || name }), content: <Places places={said} ways={bench.ways} />, okText: t("removeField"), onOk: takeAway });
  };
  return (
    <fieldset className="builder-field" disabled={readOnly} aria-label={field.title || name}>
      <Setting id={`${id}-title`} label={t("title")}>
        <Input id={`${id}-title`} value={field.title} onChange={({ target }) => onChange(changeField(schema, field, "title", target.value))} />
      </Setting>
      <Setting id={`${id}-hint`} label={t("hint")}>
        <Input id={`${id}-hint`} value={field.description} onChange={({ target }) => onChange(changeField(schema, field, "description", target.value))} />
      </Setting>
      <div className="builder-settings">
        {isOffered && (
          <Setting id={`${id}-kind`} label={t("kindLabel")}>
            <Select<KnownKind>
              id={`${id}-kind`}
              aria-label={t("kindLabel")}
              // What conditions ask for has to stay what it is.
              disabled={readOnly || asked.length > 0}
              virtual={false}
              value={kind as KnownKind}
              options={offered.map((value) => ({ value, label: t(`kind.${value}`) }))}
              onChange={(next) => onChange(changeKind(schema, field, next, lists[0]))}
            />
          </Setting>
        )}
        {groups && groups.length > 1 && (
          <Setting id={`${id}-section`} label={t("section")}>
            <Select
              id={`${id}-section`}
              aria-label={t("section")}
              disabled={readOnly}
              value={groups.find(({ fields }) => fields.some(({ key }) => key === field.key))?.place ?? -1}
              options={groups.map(({ place, title }) => ({ value: place ?? -1, label: place === undefined ? t("noSection") : title || t("untitled") }))}
              onChange={(place) => onChange(setSection(schema, name, place < 0 ? undefined : place))}
            />
          </Setting>
        )}
      </div>
      <FieldName id={id} field={field} bench={bench} />
      {bench.isForm && bench.left}
      {kind === "other" ? (
        <p className="quiet">{t("otherStays")}</p>
      ) : kind === "table" || kind === "part" ? (
        <Columns bench={bench} id={`${id}-in`} own={field.schema} isTable={kind === "table"} onChange={whole} />
      ) : (
        <FieldDetails
          id={id}
          kind={kind}
          own={field.schema}
          onChange={whole}
          lists={lists}
          readOnly={readOnly}
          hasPrices={bench.owner === "item"}
          onRenameChoice={(from, to) => {
            onChange(renameChoice(schema, field, from, to));
            bench.onLeft(String(from));
          }}
          isAsked={(answer) => isAsked(schema, name, answer)}
          isUsed={bench.isSaid}
          currency={bench.currency}
        />
      )}
      {bench.isForm ? (
        <WhenAsked id={id} field={field} bench={bench} />
      ) : (
        <Checkbox checked={field.required} disabled={readOnly} onChange={({ target }) => onChange(setRequired(schema, field, target.checked))}>
          {t("required")}
        </Checkbox>
      )}
      {!readOnly && (
        <div className="buttons">
          <Button size="small" danger disabled={asked.length > 0} onClick={remove}>
            {bench.isForm ? t("removeField") : t("remove")}
          </Button>
          {asked.length > 0 && <span className="quiet">{t("decidesFor", { fields: asked.join(", ") })}</span>}
        </div>
      )}
    </fieldset>
  );
}

/** Whether the field is compulsory, and under which conditions it is asked for at all. */
function WhenAsked({ id, field, bench: { schema, onChange, readOnly } }: { id: string; field: Field; bench: Bench }) {
  const { t } = useTranslation("author-builder");
  const [refused, setRefused] = useState(false);
  const deciders = decidersOf(fieldsOf(schema), field);
  const show = (when: Condition | undefined) => {
    const isTaken = !isFree(schema, field, when);
    setRefused(isTaken);
    if (!isTaken) onChange(setShownWhen(schema, field, when));
  };
  const require = (value: string) => onChange(setRequired(setRequiredWhen(schema, field, undefined), field, value === "yes"));
  const compulsory = [
    { value: "yes", label: t("yes") },
    { value: "no", label: t("no") },
  ];
  return (
    <>
      {field.isFixed ? (
        <p className="quiet">{t("conditionStays")}</p>
      ) : (
        <Conditional
          id={`${id}-when`}
          label={t("asked")}
          plain={[{ value: "always", label: t("always") }]}
          value="always"
          onPlain={() => show(undefined)}
          condition={field.shownWhen}
          onCondition={show}
          deciders={deciders}
          unless
          readOnly={readOnly}
        />
      )}
      {refused && <Alert type="warning" showIcon title={t("nameAskedThen")} />}
      {field.shownWhen || field.isFixed ? (
        <Checkbox checked={field.required} disabled={readOnly} onChange={({ target }) => onChange(setRequired(schema, field, target.checked))}>
          {field.isFixed ? t("required") : t("requiredThen")}
        </Checkbox>
      ) : (
        <Conditional
          id={`${id}-required`}
          label={t("required")}
          plain={compulsory}
          value={field.required ? "yes" : "no"}
          onPlain={require}
          condition={field.required ? undefined : field.requiredWhen}
          onCondition={(when) => onChange(setRequiredWhen(schema, field, when))}
          deciders={deciders}
          unless={false}
          readOnly={readOnly}
        />
      )}
    </>
  );
}
