import { Button, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWhole, takesAll, type Condition, type Test } from "./conditions";
import { same } from "./json-place";
import { answersOf } from "./kinds";
import type { Field } from "./fields";
import { Setting } from "./Setting";

interface Props {
  id: string;
  label: string;
  /** What can be said without a condition, and what of it is in force. */
  plain: { value: string; label: string }[];
  value: string;
  onPlain: (value: string) => void;
  condition: Condition | undefined;
  onCondition: (condition: Condition) => void;
  /** Fields whose answers can decide. */
  deciders: Field[];
  /** Whether it can be said the other way round. */
  unless: boolean;
  readOnly: boolean;
}

/** Always, or only under a condition: which answers of which fields. */
export function Conditional({ id, label, plain, value, onPlain, condition, onCondition, deciders, unless, readOnly }: Props) {
  const { t } = useTranslation("author-builder");
  const sides = [{ value: "when", label: t("when") }, ...(unless ? [{ value: "unless", label: t("unless") }] : [])];
  const [first] = deciders;
  const options = [...plain, ...(first || condition ? sides : [])];
  // A condition without an answer can be no part of the form: it is held here until one is chosen.
  const [begun, setBegun] = useState<Condition>();
  const now = begun ?? condition;
  const take = (next: Condition) => {
    setBegun(isWhole(next) ? undefined : next);
    if (isWhole(next)) onCondition(next);
  };
  const choose = (next: string) => {
    if (plain.some((one) => one.value === next)) {
      setBegun(undefined);
      return onPlain(next);
    }
    take({ tests: now?.tests ?? (first ? [firstTest(first)] : []), unless: next === "unless" });
  };
  return (
    <div className="builder-when">
      <Setting id={id} label={label}>
        <Select id={id} aria-label={label} disabled={readOnly} value={now ? (now.unless ? "unless" : "when") : value} options={options} onChange={choose} />
      </Setting>
      {now && <Tests id={id} label={label} tests={now.tests} deciders={deciders} onChange={(tests) => take({ ...now, tests })} readOnly={readOnly} />}
      <div role="status">
        {now && !isWhole(now) && <p className="builder-due">{t("noneChosen")}</p>}
        {now &&
          deciders
            .filter((field) => now.tests.some((test) => test.field === field.name && takesAll(test, field)))
            .map((field) => (
              <p key={field.name} className="builder-due">
                {t("allChosen", { name: field.title || field.name })}
              </p>
            ))}
      </div>
    </div>
  );
}

/** Where one begins: no answer is chosen before the author has chosen one. */
function firstTest(field: Field): Test {
  return answersOf(field.kind, field.schema).length > 0 ? { field: field.name, is: [] } : { field: field.name, type: field.kind === "number" ? "integer" : "number", minimum: 1 };
}

function Tests({ id, label, tests, deciders, onChange, readOnly }: { id: string; label: string; tests: Test[]; deciders: Field[]; onChange: (tests: Test[]) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  const free = deciders.filter(({ name }) => !tests.some((test) => test.field === name));
  const [next] = free;
  return (
    <div role="group" aria-label={label}>
      <ul className="builder-tests">
        {tests.map((test, place) => {
          const field = deciders.find(({ name }) => name === test.field);
          const choices = [...(field ? [field] : []), ...free].map((one) => ({ value: one.name, label: one.title || one.name }));
          return (
            <li key={test.field}>
              <Select
                aria-label={t("whichField")}
                disabled={readOnly}
                value={test.field}
                options={field ? choices : [{ value: test.field, label: test.field }, ...choices]}
                onChange={(name) => onChange(tests.with(place, firstTest(free.find((one) => one.name === name) ?? (field as Field))))}
              />
              <Answer test={test} field={field} onChange={(changed) => onChange(tests.with(place, changed))} readOnly={readOnly} />
              {!readOnly && tests.length > 1 && (
                <Button size="small" onClick={() => onChange(tests.toSpliced(place, 1))}>
                  {t("remove")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {!readOnly && next && (
        <Button id={`${id}-and`} size="small" onClick={() => onChange([...tests, firstTest(next)])}>
          {t("and")}
        </Button>
      )}
    </div>
  );
}

function Answer({ test, field, onChange, readOnly }: { test: Test; field: Field | undefined; onChange: (test: Test) => void; readOnly: boolean }) {
  const { t } = useTranslation("author-builder");
  if (!("is" in test)) {
    const side = test.minimum !== undefined ? "minimum" : "maximum";
    const bound = test[side];
    const put = (where: string, value: number | undefined) => onChange({ field: test.field, type: test.type, [where]: value });
    if (test.minimum !== undefined && test.maximum !== undefined) return <span>{`${test.minimum} – ${test.maximum}`}</span>;
    return (
      <span className="builder-bound">
        <Select
          aria-label={t("bound")}
          disabled={readOnly}
          value={side}
          options={[
            { value: "minimum", label: t("atLeast") },
            { value: "maximum", label: t("atMost") },
          ]}
          onChange={(where) => put(where, bound)}
        />
        <InputNumber aria-label={t("number")} disabled={readOnly} changeOnWheel={false} value={bound} onChange={(value) => value !== null && put(side, value)} />
      </span>
    );
  }
  const known = field ? answersOf(field.kind, field.schema) : [];
  // An answer that the field does not offer (any more) is shown as it is written.
  const all = [...known, ...test.is.filter((value) => !known.some((one) => one.value === value)).map((value) => ({ value, title: undefined }))];
  const options = all.map(({ value, title }) => ({ value: JSON.stringify(value), label: title ?? (value === true ? t("yes") : value === false ? t("no") : String(value)) }));
  const values = test.is.map((value) => JSON.stringify(value));
  const take = (chosen: string[]) => {
    const is = options.map(({ value }) => value).filter((value) => chosen.includes(value)).map((value) => JSON.parse(value) as unknown);
    if (!same(is, test.is)) onChange({ field: test.field, is });
  };
  if (field?.kind === "yesno") return <Select aria-label={t("answer")} disabled={readOnly} value={values[0] ?? null} placeholder={t("chooseAnswer")} options={options} onChange={(value) => value !== null && take([value])} />;
  return <Select mode="multiple" aria-label={t("answer")} disabled={readOnly} placeholder={t("chooseAnswer")} value={values} options={options} onChange={take} />;
}
