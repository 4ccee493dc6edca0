import DeleteOutlined from "@ant-design/icons/DeleteOutlined";
import PlusOutlined from "@ant-design/icons/PlusOutlined";
import {
  ADDITIONAL_PROPERTY_FLAG,
  descriptionId,
  errorId,
  titleId,
  type ArrayFieldItemTemplateProps,
  type ArrayFieldTemplateProps,
  type FieldErrorProps,
  type FieldTemplateProps,
  type ObjectFieldTemplateProps,
  type TemplatesType,
} from "@rjsf/utils";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { FormContext } from "./context";
import { sectionsOf } from "./sections";

// Labels, errors and groups of a form. They keep to plain elements, so that the
// label, the explanation and the error belong to the control for a screen reader.

const grouped = new Set(["radio", "checkboxes", "file"]);

function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, displayLabel, required, rawDescription, rawErrors, hidden, children, schema, uiSchema, errors, help, rawHelp } = props;
  if (hidden) return <div hidden>{children}</div>;
  const widget = String(uiSchema?.["ui:widget"] ?? "");
  const isTick = schema.type === "boolean" && widget !== "radio" && widget !== "select";
  const isGroup = schema.type === "object" || (schema.type === "array" && widget === "");
  const shown = displayLabel && !isTick && !isGroup && ADDITIONAL_PROPERTY_FLAG in schema === false;
  const text = (
    <>
      {label}
      {required && <Needed />}
    </>
  );
  const isSet = shown && grouped.has(widget);
  const bad = (rawErrors?.length ?? 0) > 0;
  const body = (
    <>
      {children}
      {rawHelp && help}
      {bad && errors}
    </>
  );
  const explained = rawDescription && !isGroup && (
    <div id={descriptionId(id)} className="field-about">
      {rawDescription}
    </div>
  );
  const className = `field${bad ? " field-bad" : ""}`;
  if (isSet) {
    return (
      <fieldset className={className} data-field={id} aria-describedby={bad ? errorId(id) : undefined}>
        <legend className="field-label">{text}</legend>
        {explained}
        {body}
      </fieldset>
    );
  }
  return (
    <div className={className} data-field={id}>
      {shown && (
        <label htmlFor={id} className="field-label" id={`${id}__label`}>
          {text}
        </label>
      )}
      {explained}
      {body}
    </div>
  );
}

export function Needed() {
  const { t } = useTranslation("form");
  return (
    <span className="field-needed" title={t("needed")}>
      {" *"}
    </span>
  );
}

function FieldErrorTemplate({ errors = [], fieldPathId }: FieldErrorProps) {
  if (errors.length === 0) return null;
  return (
    <div id={errorId(fieldPathId)} className="field-error">
      {errors.map((error, index) => (
        <div key={index}>{error}</div>
      ))}
    </div>
  );
}

function ObjectFieldTemplate({ title, description, properties, schema, uiSchema, fieldPathId, registry }: ObjectFieldTemplateProps) {
  const { order, schema: root } = registry.formContext as FormContext;
  const isRoot = fieldPathId.$id === "root";
  const rank = order(isRoot ? root : schema);
  const at = (name: string) => (rank.indexOf(name) < 0 ? rank.length : rank.indexOf(name));
  const inOrder = [...properties].sort((a, b) => at(a.name) - at(b.name));
  const sections = sectionsOf(uiSchema, inOrder.map(({ name }) => name));
  const drawn = sections.map((section) => {
    const fields = inOrder.filter(({ name }) => section.fields.includes(name)).map(({ content }) => content);
    if (fields.length === 0) return null;
    if (section.title === undefined) return <div key="">{fields}</div>;
    return (
      <fieldset key={section.title} className="section">
        <legend>{section.title}</legend>
        {fields}
      </fieldset>
    );
  });
  if (isRoot) return <>{drawn}</>;
  const isWindow = inOrder.length === 2 && inOrder.every(({ name }) => name === "start" || name === "end");
  return (
    <fieldset id={fieldPathId.$id} className={`group${isWindow ? " group-window" : ""}${"x-line" in schema ? " group-line" : ""}`}>
      {title && <legend id={titleId(fieldPathId)}>{title}</legend>}
      {description && <div className="field-about">{description}</div>}
      {drawn}
    </fieldset>
  );
}

function ArrayFieldTemplate({ title, items, canAdd, onAddClick, fieldPathId, required, disabled, readonly, schema, rawErrors }: ArrayFieldTemplateProps) {
  const { t } = useTranslation("form");
  return (
    <fieldset id={fieldPathId.$id} className="rows" aria-describedby={rawErrors?.length ? errorId(fieldPathId) : undefined}>
      <legend id={titleId(fieldPathId)} className="field-label">
        {title}
        {(required || (schema.minItems ?? 0) > 0) && <Needed />}
      </legend>
      {schema.description && <div className="field-about">{schema.description}</div>}
      <div className="rows-all">{items}</div>
      {canAdd && (
        <Button type="dashed" icon={<PlusOutlined aria-hidden />} disabled={disabled || readonly} onClick={onAddClick}>
          {t("addTo", { what: itemTitle(schema) ?? title })}
        </Button>
      )}
    </fieldset>
  );
}

function itemTitle(schema: ArrayFieldTemplateProps["schema"]): string | undefined {
  const { items } = schema;
  return typeof items === "object" && !Array.isArray(items) ? items.title : undefined;
}

function ArrayFieldItemTemplate({ children, buttonsProps, index, hasToolbar, schema }: ArrayFieldItemTemplateProps) {
  const { t } = useTranslation("form");
  return (
    <div className={"x-line" in schema ? "row row-line" : "row"}>
      {schema.type === "object" && <span className="row-number">{index + 1}.</span>}
      <div className="row-fields">{children}</div>
      {hasToolbar && buttonsProps.hasRemove && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("remove", { number: index + 1 })}
          title={t("remove", { number: index + 1 })}
          disabled={buttonsProps.disabled || buttonsProps.readonly}
          onClick={buttonsProps.onRemoveItem}
        />
      )}
    </div>
  );
}

/** A field whose schema the form cannot draw: said, not left out in silence. */
function UnsupportedFieldTemplate() {
  const { t } = useTranslation("form");
  return <div className="field-error">{t("unsupported")}</div>;
}

export const templates: Partial<TemplatesType> = {
  FieldTemplate,
  FieldErrorTemplate,
  ObjectFieldTemplate,
  ArrayFieldTemplate,
  ArrayFieldItemTemplate,
  UnsupportedFieldTemplate,
};
