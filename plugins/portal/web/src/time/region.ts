// The portal speaks three languages; how a date is written depends on the country
// as well. The browser knows it: whoever prefers `en-GB` reads 13:00, not 1:00 PM.

const preferred = () => (typeof navigator === "undefined" ? [] : navigator.languages);

const found = new Map<string, string>();

/** The viewer's own kind of a language, for dates and times; the language itself where the browser names none. */
export function regional(language: string, tags: readonly string[] = preferred()): string {
  const asked = `${language} ${tags.join()}`;
  const known = found.get(asked);
  if (known !== undefined) return known;
  const own = regionOf(language) ? language : (tags.find((tag) => isKindOf(tag, language)) ?? language);
  found.set(asked, own);
  return own;
}

const regionOf = (tag: string) => new Intl.Locale(tag).region;

/** `zh-TW` is no kind of the portal's Chinese: its dates would be in other characters. */
function isKindOf(tag: string, language: string): boolean {
  try {
    const [one, other] = [new Intl.Locale(tag).maximize(), new Intl.Locale(language).maximize()];
    return one.language === other.language && one.script === other.script && regionOf(tag) !== undefined;
  } catch {
    return false;
  }
}

interface Week {
  firstDay: number;
}

/** Where weeks begin on another day than on Monday, of the countries whose English, Chinese or Russian a browser offers. */
const sunday = new Set(["US", "CA", "AU", "IN", "ZA", "PH", "SG", "HK", "IL", "JM", "BZ", "TT", "ZW", "KE", "MT", "PK", "MO"]);

/** The first day of the viewer's week: 0 is Sunday, 1 is Monday. */
export function firstDayOfWeek(language: string, tags?: readonly string[]): number {
  const locale = new Intl.Locale(regional(language, tags));
  // Firefox has come to know it later than the others.
  const told = locale as Intl.Locale & { getWeekInfo?: () => Week; weekInfo?: Week };
  const day = (told.getWeekInfo?.() ?? told.weekInfo)?.firstDay;
  if (day !== undefined) return day % 7;
  return sunday.has(locale.maximize().region ?? "") ? 0 : 1;
}
