import DownOutlined from "@ant-design/icons/DownOutlined";
import UpOutlined from "@ant-design/icons/UpOutlined";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { titled } from "./choice-value";
import { without } from "./json-place";
import type { Choice } from "./kinds";
import { PriceInput } from "./PriceInput";
import { LateInput } from "./Setting";

interface Props {
  choices: Choice[];
  onChange: (choices: Choice[]) => void;
  /** The value that scripts see is called otherwise. */
  onRename: (from: unknown, to: string) => void;
  /** Choices that conditions name have to stay. */
  isAsked: (value: unknown) => boolean;
  /** Whether a script, or the form in force, says a value. */
  isUsed: (value: unknown) => boolean;
  readOnly: boolean;
  hasPrices: boolean;
  currency: string | undefined;
}

/** What can be chosen: what people read, what scripts see, what it costs. */
export function Choices({ choices, onChange, onRename, isAsked, isUsed, currency, readOnly, hasPrices }: Props) {
  const { t } = useTranslation("author-builder");
  const change = (place: number, key: keyof Choice, value: string) => {
    const choice = choices[place] as Choice;
    if (key === "title") return onChange(choices.with(place, titled(choices, place, value, (said) => isAsked(said) || isUsed(said))));
    const next = value === "" && key === "x-price" ? (without({ ...choice }, "x-price") as unknown as Choice) : { ...choice, [key]: value };
    onChange(choices.with(place, next));
  };
  const move = (place: number, by: 1 | -1) => onChange(choices.with(place, choices[place + by] as Choice).with(place + by, choices[place] as Choice));
  const rename = (from: unknown, to: string) => to !== "" && !choices.some((choice) => choice.const === to) && onRename(from, to);
  const free = () => {
    let number = choices.length + 1;
    while (choices.some((choice) => choice.const === `choice_${number}`)) number++;
    return `choice_${number}`;
  };
  return (
    <div role="group" aria-label={t("choices")}>
      <ol className={hasPrices ? "builder-choices" : "builder-choices builder-choices-free"}>
        {choices.map((choice, place) => {
          const name = choice.title || String(choice.const);
          return (
            <li key={place}>
              <Input aria-label={t("choice")} placeholder={t("choice")} value={choice.title} onChange={({ target }) => change(place, "title", target.value)} />
              <LateInput label={t("choiceValue", { name })} placeholder={t("value")} value={String(choice.const)} disabled={typeof choice.const !== "string"} onDone={(to) => rename(choice.const, to)} />
              {hasPrices && <PriceInput label={t("priceOf", { name })} placeholder={t("price")} value={choice["x-price"] ?? ""} currency={currency} onChange={(price) => change(place, "x-price", price)} />}
              {!readOnly && (
                <span className="builder-tools">
                  <Button size="small" icon={<UpOutlined aria-hidden />} aria-label={t("upOf", { name })} disabled={place === 0} onClick={() => move(place, -1)} />
                  <Button size="small" icon={<DownOutlined aria-hidden />} aria-label={t("downOf", { name })} disabled={place === choices.length - 1} onClick={() => move(place, 1)} />
                  <Button size="small" aria-label={t("removeOf", { name })} disabled={choices.length < 2 || isAsked(choice.const)} onClick={() => onChange(choices.toSpliced(place, 1))}>
                    {t("remove")}
                  </Button>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      {choices.some((choice) => isAsked(choice.const)) && <p className="quiet">{t("choiceAsked")}</p>}
      {!readOnly && (
        <Button size="small" onClick={() => onChange([...choices, { const: free(), title: t("choice") }])}>
          {t("addChoice")}
        </Button>
      )}
    </div>
  );
}
