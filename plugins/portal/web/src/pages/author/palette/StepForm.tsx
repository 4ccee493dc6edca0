import { Button, Form } from "antd";
import { useEffect, useMemo, useRef, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { fieldsOf as formFieldsOf } from "../builder/fields";
import { firstAnswers, lacking, type Answers, type Lack } from "./answers";
import { fieldsOf, type FieldName, type Kind } from "./kinds";
import { always, isChosen, onlyIf } from "./only-if";
import { OnlyIfField } from "./OnlyIfField";
import { StepField } from "./StepField";
import type { PaletteNames } from "./usePaletteNames";
import { hasPrice, isMissing } from "./wanted";
import { written } from "./written";

interface Props {
  kind: Kind;
  script: string;
  /** The line that it goes into. */
  line: number;
  schema: unknown;
  names: PaletteNames;
  onInsert: (step: string) => void;
}

/** What one step needs to know, and what it comes to in the script. */
export function StepForm({ kind, script, line, schema, names, onInsert }: Props) {
  const { t } = useTranslation("palette");
  const [answers, setAnswers] = useState<Answers>(() =>
    firstAnswers(kind, { script, group: names.group, level: names.levels[0] ?? "", rejection: names.rejections[0]?.code ?? "", hasPrice: hasPrice(schema) }),
  );
  const [when, setWhen] = useState(always);
  const [isTold, setTold] = useState(false);
  const fields = useMemo(() => formFieldsOf(asObject(schema)), [schema]);
  // The button that led here is gone: the keyboard goes on in the first field.
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>("input, textarea")?.focus(), []);

  const lacks = lacking(kind, answers);
  const step = onlyIf(written(kind, answers), when, fields);
  const { first, more } = fieldsOf[kind];
  const insert = (event: FormEvent) => {
    event.preventDefault();
    if (lacks.length === 0 && isChosen(when)) return onInsert(step);
    setTold(true);
    const lack = form.current?.querySelector<HTMLElement>([...lacks.flatMap(idsOf), ...(isChosen(when) ? [] : ["step-only-if-answer"])].map((id) => `#${CSS.escape(id)}`).join());
    const folded = lack?.closest("details");
    if (folded) folded.open = true;
    lack?.focus();
  };
  const idsOf = (lack: Lack) => {
    if (lack !== "values") return lack === "who" && "name" in answers.who ? ["step-who-name"] : [`step-${lack}`];
    return answers.wanted.filter(isMissing(answers.values)).map(({ name }) => `step-value-${name}`);
  };
  const field = (name: FieldName) => (
    <StepField
      key={name}
      name={name}
      kind={kind}
      answers={answers}
      onChange={(changes) => setAnswers((now) => ({ ...now, ...changes }))}
      fields={fields}
      schema={schema}
      names={names}
      lacks={isTold ? lacks : []}
    />
  );
  return (
    // Enter inserts; antd's own form would keep the values a second time.
    <form ref={form} onSubmit={insert} noValidate className="palette-form">
      <div className="palette-fields">
        <p className="quiet">{t(`kind.${kind}.about`)}</p>
        <Form component={false} layout="vertical">
          {first.map(field)}
          <OnlyIfField value={when} onChange={setWhen} fields={fields} lack={isTold && !isChosen(when) ? t("onlyIf.lack") : undefined} />
          {more.length > 0 && (
            <details className="palette-more">
              <summary>{t("more")}</summary>
              {more.map(field)}
            </details>
          )}
        </Form>
      </div>
      <section className="palette-end" aria-labelledby="palette-look">
        <h3 id="palette-look">{t("look")}</h3>
        {/* Long ones are scrolled, with the keyboard too. */}
        <pre tabIndex={0} aria-labelledby="palette-look">
          {step}
        </pre>
        <div>
          <Button type="primary" htmlType="submit">
            {t("insert")}
          </Button>
          <span className="quiet">{t("line", { line })}</span>
        </div>
      </section>
    </form>
  );
}
