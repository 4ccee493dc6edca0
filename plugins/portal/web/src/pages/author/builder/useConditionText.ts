import { useTranslation } from "react-i18next";
import type { Condition } from "./conditions";
import { fieldsOf } from "./fields";
import type { Json } from "./json-place";
import { answersOf } from "./kinds";

/** A condition in words: which answers of which fields. */
export function useConditionText(schema: Json): (condition: Condition) => string {
  const { t } = useTranslation("author-builder");
  const fields = fieldsOf(schema);
  return ({ tests, unless }) => {
    const said = tests.map((test) => {
      const field = fields.find(({ name }) => name === test.field);
      const name = field?.title || test.field;
      if (!("is" in test)) {
        const bounds = [test.minimum !== undefined && `${t("atLeast")} ${test.minimum}`, test.maximum !== undefined && `${t("atMost")} ${test.maximum}`];
        return `${name}: ${bounds.filter(Boolean).join(", ")}`;
      }
      const answers = field ? answersOf(field.kind, field.schema) : [];
      const called = (value: unknown) => answers.find((one) => one.value === value)?.title ?? (value === true ? t("yes") : value === false ? t("no") : String(value));
      return `${name}: ${test.is.map(called).join(" / ")}`;
    });
    return `${unless ? t("unlessWord") : t("ifWord")} ${said.join("; ")}`;
  };
}
