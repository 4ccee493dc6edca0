import { Button, Form } from "antd";
import { useMemo, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { asObject } from "../content";
import { fieldsOf as formFieldsOf } from "../builder/fields";
import { firstAnswers, lacking, type Answers } from "./answers";
import { fieldsOf, type FieldName, type Kind } from "./kinds";
import { StepField } from "./StepField";
import type { PaletteNames } from "./usePaletteNames";
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
    firstAnswers(kind, { script, group: names.group, level: names.levels[0] ?? "", rejection: names.rejections[0]?.code ?? "" }),
  );
  const [isTold, setTold] = useState(false);
  const fields = useMemo(() => formFieldsOf(asObject(schema)), [schema]);
  const lacks = lacking(kind, answers);
  const { first, more } = fieldsOf[kind];
  const insert = (event: FormEvent) => {
    event.preventDefault();
    if (lacks.length === 0) return onInsert(written(kind, answers));
    setTold(true);
    const [lack] = lacks;
    (document.getElementById(`step-${lack}-name`) ?? document.getElementById(`step-${lack}`))?.focus();
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
    <form onSubmit={insert} noValidate className="palette-form">
      <p className="quiet">{t(`kind.${kind}.about`)}</p>
      <Form component={false} layout="vertical">
        {first.map(field)}
        {more.length > 0 && (
          <details className="palette-more">
            <summary>{t("more")}</summary>
            {more.map(field)}
          </details>
        )}
      </Form>
      <section aria-labelledby="palette-look">
        <h3 id="palette-look">{t("look")}</h3>
        <pre className="palette-look">{written(kind, answers)}</pre>
        <p className="quiet">{t("line", { line })}</p>
      </section>
      <Button type="primary" htmlType="submit">
        {t("insert")}
      </Button>
    </form>
  );
}
