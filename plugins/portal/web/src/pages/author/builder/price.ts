// Prices as people type them. A form holds them with a point and without
// anything between thousands.

/** The decimals of a currency's smallest coin; of none known, those of most. */
export function decimalsOf(currency: string | undefined): number {
  if (currency === undefined) return 2;
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  } catch {
    return 2;
  }
}

/**
 * `6400`, `6400.50`, `6400,50` and `6 400,50` are understood; a comma that may
 * stand between thousands is not guessed at, nor are two signs at once.
 */
export function priceFrom(typed: string, decimals = 2): string | undefined {
  const plain = typed.trim().replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, "");
  const parts = /^(\d{1,12})(?:([.,])(\d+))?$/.exec(plain);
  if (!parts) return undefined;
  const [, whole, sign, rest] = parts;
  if (rest === undefined) return whole;
  return rest.length > decimals || (sign === "," && rest.length === 3) ? undefined : `${whole}.${rest}`;
}
