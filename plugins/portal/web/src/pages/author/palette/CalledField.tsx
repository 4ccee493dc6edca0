import { Select } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ProblemNotice } from "../../../shell/ProblemNotice";
import type { Answers } from "./answers";
import { Labelled } from "./Labelled";
import { useItemForm, usePluginFunctions, type PaletteNames } from "./usePaletteNames";
import { firstValues, wantedOf } from "./wanted";

interface Props {
  name: "item" | "func";
  label: string;
  of: string;
  lack: string | undefined;
  answers: Answers;
  onChange: (changes: Partial<Answers>) => void;
  schema: unknown;
  items: PaletteNames["items"];
}

/** What is opened or called; with it comes what it wants to know. */
export function CalledField({ name, label, of, lack, answers, onChange, schema, items }: Props) {
  const { t } = useTranslation("palette");
  const functions = usePluginFunctions(name === "func");
  const form = useItemForm(name === "item" ? answers.item : "");
  const called = answers[name];
  const wants = name === "item" ? form.data : functions.data?.find((one) => one.name === called)?.input;

  useEffect(() => {
    if (called === "" || wants === undefined) return;
    const wanted = wantedOf(wants);
    onChange({ wanted, values: firstValues(wanted, schema) });
    // Once for each that is chosen: what is typed afterwards stays.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [called, wants]);

  const options = name === "item" ? items.map(({ item, title }) => ({ value: item, label: title })) : (functions.data ?? []).map((one) => ({ value: one.name, label: one.name }));
  const problem = name === "item" ? form.error : functions.error;
  return (
    <>
      <Labelled label={label} of={of} lack={lack}>
        <Select
          id={of}
          value={called || null}
          onChange={(chosen: string) => onChange({ [name]: chosen, wanted: [], values: {} })}
          options={options}
          loading={form.isFetching || functions.isFetching}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("choose")}
          notFoundContent={t("nothing")}
        />
      </Labelled>
      {problem != null && <ProblemNotice problem={problem} onRetry={() => void (name === "item" ? form.refetch() : functions.refetch())} />}
    </>
  );
}
