import { regional } from "./region";

// A format of the browser takes some tenths of a millisecond to make and none to
// use: a list of tickets asks for hundreds that are all the same.

const made = new Map<string, unknown>();

function once<F>(kind: string, language: string, options: object, make: () => F): F {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const known = made.get(key);
  if (known !== undefined) return known as F;
  const format = make();
  made.set(key, format);
  return format;
}

export const numberFormat = (language: string, options: Intl.NumberFormatOptions) =>
  once("number", language, options, () => new Intl.NumberFormat(language, options));

/** In the viewer's own kind of the language: 13:05 for who reads British English. */
export const momentFormat = (language: string, options: Intl.DateTimeFormatOptions) =>
  once("moment", language, options, () => new Intl.DateTimeFormat(regional(language), options));

export const relativeFormat = (language: string, options: Intl.RelativeTimeFormatOptions) =>
  once("relative", language, options, () => new Intl.RelativeTimeFormat(language, options));
