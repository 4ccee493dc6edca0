import Form, { type FormProps } from "@rjsf/core";
import { Theme } from "@rjsf/antd";
import { createSchemaUtils, type ErrorSchema, type RJSFSchema, type RJSFValidationError, type UiSchema } from "@rjsf/utils";
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from "react";
import { useTranslation } from "react-i18next";
import type { FieldError } from "../api/problem";
import { useTime } from "../time/time";
import { ListChoice, RadioChoice, Tick, TickChoices } from "./choices";
import type { FormContext } from "./context";
import { DateField, MomentField } from "./dates";
import { DrawnField } from "./DrawnField";
import { FileField } from "./FileField";
import { TextArea, TextInput } from "./inputs";
import { message } from "./messages";
import { askedOrder } from "./order";
import { Pick } from "./Pick";
import { prepared } from "./prepare";
import { atFields } from "./server-errors";
import { templates as own } from "./templates";
import { validator } from "./validator";
import "./form.css";

export type FormValue = Record<string, unknown>;

export interface RequestFormHandle {
  /** Checks and marks what is wrong; tells whether the form may be sent. */
  check: () => boolean;
}

export interface RequestFormProps {
  schema: object;
  uiSchema?: object;
  value: FormValue;
  /** `pruned` leaves out what is not asked for now. */
  onChange: (value: FormValue, pruned: FormValue) => void;
  onSubmit?: (pruned: FormValue) => void;
  /** The server's errors; those below `at` are shown at their fields. */
  errors?: FieldError[];
  at?: string;
  currency?: string;
  disabled?: boolean;
  readOnly?: boolean;
  id?: string;
  ref?: Ref<RequestFormHandle>;
  children?: ReactNode;
}

const templates = { ...Theme.templates, ...own, BaseInputTemplate: TextInput };
const fields = { SchemaField: DrawnField as never };
const widgets = {
  ...Theme.widgets,
  CheckboxWidget: Tick,
  CheckboxesWidget: TickChoices,
  RadioWidget: RadioChoice,
  SelectWidget: ListChoice,
  TextareaWidget: TextArea,
  DateWidget: DateField,
  DateTimeWidget: MomentField,
  pick: Pick,
  file: FileField,
};

/** What is filled in before anybody typed: only what the schema calls a default, and one empty row where one is needed. */
const defaults: FormProps["experimental_defaultFormStateBehavior"] = {
  constAsDefaults: "never",
  arrayMinItems: { populate: "all", computeSkipPopulate: (_, schema) => schema?.uniqueItems === true },
  emptyObjectFields: "populateRequiredDefaults",
};

/** A form from the server's JSON Schema; see the README beside it. */
export default function RequestForm(props: RequestFormProps) {
  const { schema: given, uiSchema, value, onChange, onSubmit, errors, at = "/form", currency, disabled, readOnly, id, ref, children } = props;
  const { t, i18n } = useTranslation("form");
  const { zone } = useTime();
  const schema = useMemo(() => prepared(given as RJSFSchema), [given]);
  const utils = useMemo(() => createSchemaUtils(validator, schema), [schema]);
  const formContext = useMemo<FormContext>(
    () => ({ currency, language: i18n.language, zone, schema, order: askedOrder }),
    [currency, i18n.language, zone, schema],
  );
  const element = useRef<HTMLDivElement>(null);
  const form = useRef<Form>(null);
  // Nobody is told of an error before they were done; then each mends itself while typing.
  const [wasChecked, setWasChecked] = useState(false);

  const served = useServed(errors, at, value);
  const asked = (now: FormValue) => (utils.omitExtraData(schema, now) ?? {}) as FormValue;
  const pruned = (now: FormValue) => withoutEmptyRows(asked(now)) as FormValue;

  const check = () => {
    setWasChecked(true);
    const fine = form.current?.validateFormWithFormData(asked(value)) ?? false;
    if (!fine) focusFirstError(element.current);
    return fine;
  };
  useImperativeHandle(ref, () => ({ check }));

  // What the server refused is as urgent as what the browser did.
  useEffect(() => {
    if (errors && errors.length > 0) focusFirstError(element.current);
  }, [errors]);

  const transformErrors = (found: RJSFValidationError[]) => found.map((error) => ({ ...error, message: message(t, error) }));

  return (
    <div ref={element} className="request-form" onKeyDown={enterTakes}>
      <Form
        ref={form}
        id={id}
        schema={schema}
        uiSchema={{ ...uiSchema, "ui:submitButtonOptions": { norender: true } } as UiSchema}
        formData={value}
        formContext={formContext}
        validator={validator}
        templates={templates}
        fields={fields}
        widgets={widgets}
        disabled={disabled}
        readonly={readOnly}
        noHtml5Validate
        experimental_defaultFormStateBehavior={defaults}
        showErrorList={false}
        liveValidate={wasChecked ? "onChange" : undefined}
        omitExtraData={false}
        noValidate={!wasChecked}
        extraErrors={served}
        transformErrors={transformErrors}
        onChange={({ formData }) => {
          const now = (formData ?? {}) as FormValue;
          onChange(now, pruned(now));
        }}
        onSubmit={() => {}}
        // Errors are shown at their fields; without this the library writes them to the console.
        onError={() => {}}
      >
        {children ?? <></>}
      </Form>
      <SubmitCatcher element={element} onSubmit={() => check() && onSubmit?.(pruned(value))} />
    </div>
  );
}

/**
 * The form is checked here and not by the library, which would check fields
 * too that are not asked for now and stop at what the server said last time.
 */
function SubmitCatcher({ element, onSubmit }: { element: React.RefObject<HTMLDivElement | null>; onSubmit: () => void }) {
  const latest = useRef(onSubmit);
  latest.current = onSubmit;
  useEffect(() => {
    const place = element.current;
    const caught = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
      latest.current();
    };
    place?.addEventListener("submit", caught, { capture: true });
    return () => place?.removeEventListener("submit", caught, { capture: true });
  }, [element]);
  return null;
}

/**
 * Enter in a date or a search takes what was typed or chosen there. The browser
 * would send the whole form besides; the controls have seen the key before.
 */
function enterTakes(event: KeyboardEvent): void {
  const inPicker = event.target instanceof HTMLElement && event.target.closest(".ant-picker, .ant-select") !== null;
  if (event.key === "Enter" && inPicker) event.preventDefault();
}

/** The server's errors go as soon as something is changed: they were about what was sent. */
function useServed(errors: FieldError[] | undefined, at: string, value: FormValue): ErrorSchema {
  const [sent, setSent] = useState({ errors, value });
  if (sent.errors !== errors) setSent({ errors, value });
  const stale = sent.errors === errors && sent.value !== value;
  return useMemo(() => (stale ? {} : atFields(errors, at)), [stale, errors, at]);
}

/** A row that nobody has filled in yet is nothing that could be sent. */
function withoutEmptyRows(value: unknown): unknown {
  if (Array.isArray(value)) return value.filter((row) => row !== undefined && row !== null).map(withoutEmptyRows);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [key, withoutEmptyRows(below)]));
}

function focusFirstError(place: HTMLElement | null): void {
  // After the errors are drawn.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const bad = [...(place?.querySelectorAll<HTMLElement>(".field-bad") ?? [])].find((field) => !field.querySelector(".field-bad"));
      const control = bad?.querySelector<HTMLElement>("input:not([hidden]), textarea, select, button, [tabindex]");
      bad?.scrollIntoView({ block: "center" });
      control?.focus({ preventScroll: true });
    }),
  );
}
