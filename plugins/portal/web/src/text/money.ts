import { numberFormat } from "../time/formats";

/** An amount is a decimal string; no more digits are shown than it has, two at least. */
export function money({ amount, currency }: { amount: string; currency: string }, language: string): string {
  const digits = Math.max(2, amount.split(".")[1]?.length ?? 0);
  const format = numberFormat(language, { style: "currency", currency, maximumFractionDigits: digits });
  // As a string the amount keeps all its digits; the types do not know of it yet.
  return format.format(amount as unknown as number);
}
