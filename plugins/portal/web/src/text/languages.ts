/** The languages of the portal, by their own names. English is the source. */
export const languages = { en: "English", zh: "简体中文", ru: "Русский" } as const;

export type Language = keyof typeof languages;

const kept = "maitred.language";

export function isLanguage(tag: string | null | undefined): tag is Language {
  return tag === "en" || tag === "zh" || tag === "ru";
}

/** What was chosen here, else the first language of the browser that the portal has. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(kept);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? "en";
}

export function hasChosenLanguage(): boolean {
  return isLanguage(localStorage.getItem(kept));
}

export function keepLanguage(language: Language): void {
  localStorage.setItem(kept, language);
}
