import { Validator, type OutputUnit, type Schema } from "@cfworker/json-schema";
import {
  createErrorHandler,
  toErrorList,
  toErrorSchema,
  unwrapErrorHandler,
  validationDataMerge,
  type RJSFSchema,
  type RJSFValidationError,
  type ValidatorType,
} from "@rjsf/utils";

// Checks a form by interpreting its schema. Validators that compile schemas to
// code need `eval`, which the portal's policy forbids.

/** Keywords whose error only says that an error lies deeper, where it is told too. */
const wrapping = new Set(["properties", "patternProperties", "items", "prefixItems", "allOf", "if", "then", "else", "$ref", "$dynamicRef", "dependentSchemas", "contains"]);

function check(schema: RJSFSchema, data: unknown, root: RJSFSchema, all: boolean): OutputUnit[] {
  // Names that `$ref`s of a part point to lie in the whole.
  const whole = { ...pick(root, "$defs"), ...pick(root, "definitions"), ...schema } as Schema;
  const result = new Validator(whole, "2020-12", !all).validate(plain(data));
  return result.valid ? [] : result.errors;
}

function pick(schema: RJSFSchema, key: string): object {
  return schema[key] === undefined ? {} : { [key]: schema[key] as unknown };
}

/** As it would be sent: a field that holds `undefined` is not there. */
function plain(data: unknown): unknown {
  return data === undefined ? {} : JSON.parse(JSON.stringify(data));
}

function unescape(part: string): string {
  return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** What a keyword asks for, looked up in the schema where the error lies. */
function asked(schema: RJSFSchema, location: string): unknown {
  let at: unknown = schema;
  for (const part of location.split("#").pop()?.split("/").slice(1).map(unescape) ?? []) {
    if (at === null || typeof at !== "object") return undefined;
    at = (at as Record<string, unknown>)[part];
  }
  return at;
}

/** One error as the form takes it; a property that is missing is named itself. */
function told(unit: OutputUnit, schema: RJSFSchema, data: unknown): RJSFValidationError {
  const path = unit.instanceLocation.split("/").slice(1).map(unescape);
  const missing = unit.keyword === "required" ? /"([^"]+)"/.exec(unit.error)?.[1] : undefined;
  if (missing !== undefined) path.push(missing);
  const limit = asked(schema, unit.keywordLocation);
  // A row that is still empty is not of a wrong kind; it is to be filled in.
  const isEmpty = unit.keyword === "type" && path.reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], data) == null;
  return {
    name: isEmpty ? "required" : unit.keyword,
    message: unit.error,
    stack: unit.error,
    property: path.map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`)).join(""),
    params: { limit },
    schemaPath: unit.keywordLocation,
  };
}

function errors(schema: RJSFSchema, data: unknown): RJSFValidationError[] {
  const deepest = check(schema, data, schema, true).filter(({ keyword, keywordLocation, error }) => {
    if (wrapping.has(keyword) || keyword === "false") return false;
    // A field that is not asked for now may still hold what was typed; it is not sent.
    if (keyword === "additionalProperties" || keyword === "unevaluatedProperties") return false;
    // What a condition looks at is no demand on the form.
    if (/\/if(\/|$)/.test(keywordLocation)) return false;
    return error !== "";
  });
  // The choices of a `oneOf` fail one by one; that none fits is said once.
  const inChoice = (unit: OutputUnit) => /\/(oneOf|anyOf)\/\d+/.test(unit.keywordLocation);
  const seen = new Set<string>();
  return deepest
    .filter((unit) => !inChoice(unit))
    .map((unit) => told(unit, schema, data))
    .filter(({ property, name }) => !seen.has(`${property}:${name}`) && seen.add(`${property}:${name}`));
}

export const validator: ValidatorType = {
  isValid: (schema, data, root) => {
    try {
      return check(schema, data, root, false).length === 0;
    } catch {
      return false;
    }
  },
  rawValidation: (schema, data) => ({ errors: errors(schema, data) as never[] }),
  validateFormData(data, schema, custom, transform, uiSchema) {
    const found = errors(schema, data);
    const list = transform ? transform(found, uiSchema) : found;
    const own = { errors: list, errorSchema: toErrorSchema(list) };
    if (!custom) return own;
    const handler = custom(data, createErrorHandler(data as object), uiSchema);
    const more = unwrapErrorHandler(handler);
    return { ...validationDataMerge(own, more), errors: [...list, ...toErrorList(more)] };
  },
};

export default validator;
