import { Input } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { decimalsOf, priceFrom } from "./price";

interface Props {
  id?: string;
  label?: string;
  placeholder?: string;
  value: string;
  currency: string | undefined;
  /** A price, or nothing where there is to be none; what is no price is told here and goes nowhere. */
  onChange: (price: string) => void;
}

/** A price, told at once when it is none. */
export function PriceInput({ id, label, placeholder, value, currency, onChange }: Props) {
  const { t } = useTranslation("author-builder");
  const hint = useId();
  const [typed, setTyped] = useState(value);
  const decimals = decimalsOf(currency);
  // What comes from elsewhere is shown; one's own typing stays as it is until it is left.
  useEffect(() => setTyped((now) => (priceFrom(now, decimals) === value ? now : value)), [value, decimals]);
  const example = decimals === 0 ? "6400" : "6400.50";
  const isWrong = typed.trim() !== "" && priceFrom(typed, decimals) === undefined;
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() === "") return onChange("");
    const price = priceFrom(text, decimals);
    if (price !== undefined && price !== value) onChange(price);
  };
  return (
    <div className="builder-price">
      <Input
        id={id}
        aria-label={label}
        placeholder={placeholder}
        inputMode="decimal"
        value={typed}
        status={isWrong ? "error" : undefined}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? hint : undefined}
        onChange={({ target }) => type(target.value)}
        onBlur={() => !isWrong && setTyped(value)}
      />
      {isWrong && (
        <div id={hint} role="alert" className="builder-wrong">
          {t("priceWrong", { example })}
        </div>
      )}
    </div>
  );
}
