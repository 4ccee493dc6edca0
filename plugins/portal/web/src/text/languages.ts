/** The languages of the portal, by their own names. English is the source. */
export const languages = { en: "English", zh: "简体中文", ru: "Русский" } as const;

export type Language = keyof typeof languages;

const kept = "maitred.language";
const ofAccount = "maitred.account-language";

export function isLanguage(tag: string | null | undefined): tag is Language {
  return tag === "en" || tag === "zh" || tag === "ru";
}

/** What was chosen here, else what the account that is signed in speaks, else what the browser asks for. */
export function firstLanguage(): Language {
  const known = [localStorage.getItem(kept), localStorage.getItem(ofAccount)].find(isLanguage);
  return known ?? navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

/** The next page begins in the account's language at once; until somebody signs out. */
export function keepAccountLanguage(language: Language): void {
  localStorage.setItem(ofAccount, language);
}

export function forgetAccountLanguage(): void {
  localStorage.removeItem(ofAccount);
}

export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(kept));
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}
