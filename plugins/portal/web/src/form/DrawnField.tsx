import { getDefaultRegistry } from "@rjsf/core";
import type { FieldProps, RJSFSchema, UiSchema } from "@rjsf/utils";

const { SchemaField } = getDefaultRegistry().fields;

type Said = RJSFSchema & { "x-pick"?: string; "x-list"?: string; "x-line"?: boolean };

const choicesAtOnce = 5;

/** The control that a field's schema asks for, where the item's author named none. */
function control(schema: Said): string | undefined {
  if (schema["x-pick"] !== undefined || schema["x-list"] !== undefined) return "pick";
  if (schema.format === "attachment") return "file";
  if (schema.format === "date") return "date";
  if (schema.format === "date-time") return "date-time";
  if (schema.type === "string" && (schema.maxLength ?? 0) > 500 && !schema.pattern) return "textarea";
  if (schema.type === "array" && schema.items && typeof schema.items === "object" && !Array.isArray(schema.items)) {
    const items = schema.items as Said;
    const one = control(items);
    if (one === "file" || (one === "pick" && schema.uniqueItems)) return one;
    const choices = items.oneOf ?? items.enum;
    if (schema.uniqueItems && choices) return choices.length <= 2 * choicesAtOnce ? "checkboxes" : "select";
  }
  const choices = schema.oneOf ?? schema.enum;
  if (choices && choices.every(isConstant)) return choices.length <= choicesAtOnce && !schema["x-line"] ? "radio" : "select";
  return undefined;
}

const isConstant = (choice: unknown) => choice === null || typeof choice !== "object" || "const" in choice;

/** Draws a field with the control that fits what the schema says of it. */
export function DrawnField(props: FieldProps) {
  const given = (props.uiSchema ?? {}) as UiSchema;
  const options = (given["ui:options"] ?? {}) as { widget?: unknown };
  const named = given["ui:widget"] ?? options.widget ?? given["ui:field"];
  const widget = named === undefined && typeof props.schema === "object" ? control(props.schema as Said) : undefined;
  const Field = SchemaField as React.ComponentType<FieldProps>;
  return <Field {...props} uiSchema={widget === undefined ? given : { ...given, "ui:widget": widget }} />;
}
