import { descriptionId, errorId, helpId, type BaseInputTemplateProps, type WidgetProps } from "@rjsf/utils";

type Drawn = Pick<BaseInputTemplateProps | WidgetProps, "id" | "schema" | "options" | "rawErrors">;

/**
 * What explains a control, of what the field draws around it. The library names
 * all that there might be; what is not there would be a reference to nothing.
 */
export function describedBy({ id, schema, options, rawErrors }: Drawn): string | undefined {
  const ids = [
    rawErrors?.length && errorId(id),
    (options.description ?? schema.description) && descriptionId(id),
    options.help && helpId(id),
  ];
  return ids.filter(Boolean).join(" ") || undefined;
}
