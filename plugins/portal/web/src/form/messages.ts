import type { RJSFValidationError } from "@rjsf/utils";
import type { TFunction } from "i18next";

/** What the browser found wrong, in the viewer's language; the number of a limit decides its plural. */
export function message(t: TFunction<"form">, { name, params, message: said }: RJSFValidationError): string {
  const limit = (params as { limit?: unknown } | undefined)?.limit;
  const count = Number(limit);
  switch (name) {
    case "required":
      return t("error.required");
    case "minLength":
      return count <= 1 ? t("error.required") : t("error.minLength", { count });
    case "maxLength":
      return t("error.maxLength", { count });
    case "minItems":
      return t("error.minItems", { count });
    case "maxItems":
      return t("error.maxItems", { count });
    case "uniqueItems":
      return t("error.uniqueItems");
    case "minimum":
      return t("error.minimum", { limit });
    case "maximum":
      return t("error.maximum", { limit });
    case "exclusiveMinimum":
      return t("error.exclusiveMinimum", { limit });
    case "exclusiveMaximum":
      return t("error.exclusiveMaximum", { limit });
    case "multipleOf":
      return t("error.multipleOf", { limit });
    case "pattern":
      return t("error.pattern");
    case "format":
      return limit === "email" ? t("error.email") : limit === "uri" ? t("error.uri") : t("error.format");
    case "type":
      return t("error.type");
    case "const":
      return limit === true ? t("error.tick") : t("error.choice");
    case "oneOf":
    case "anyOf":
    case "enum":
      return t("error.choice");
    default:
      return said ?? t("error.format");
  }
}
