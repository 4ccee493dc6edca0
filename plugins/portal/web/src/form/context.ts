import type { RJSFSchema } from "@rjsf/utils";
import { money } from "../text/money";

/** What all fields of a form know. */
export interface FormContext {
  currency: string | undefined;
  language: string;
  zone: string | undefined;
  /** The whole schema, in which the order of conditional fields is written. */
  schema: RJSFSchema;
  order: (schema: RJSFSchema) => string[];
}

/** `+ €900.00`, where a choice or a tick has its price. */
export function priceOf(schema: unknown, context: FormContext): string | undefined {
  const price = (schema as { "x-price"?: unknown } | undefined)?.["x-price"];
  if (price === undefined || price === null || Number(price) === 0) return undefined;
  const amount = String(price);
  if (!context.currency) return amount;
  return money({ amount, currency: context.currency }, context.language);
}
