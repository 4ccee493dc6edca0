import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { speak } from "../api/client";
import { firstLanguage, isLanguage, keepAccountLanguage, keepLanguage, type Language } from "./languages";

// One file for each feature and language: `zh/home.json` is the namespace
// `home` in Chinese. Each is fetched when a page first needs it.
const files = import.meta.glob<Record<string, unknown>>("./{en,zh,ru}/*.json", { import: "default" });

const backend: BackendModule = {
  type: "backend",
  init() {},
  read(language, namespace, tell) {
    const load = files[`./${language}/${namespace}.json`];
    if (!load) return tell(new Error(`no text ${language}/${namespace}`), false);
    load().then((texts) => tell(null, texts), (cause: unknown) => tell(cause as Error, false));
  },
};

/** Namespaces of every page: the shell's own words, and the desk's (statuses, kinds, …). */
const always = ["shell", "words", "session"];

let started: Promise<unknown> = Promise.resolve();

export async function startText(): Promise<void> {
  const language = firstLanguage();
  tell(language);
  started = i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      fallbackLng: false,
      ns: always,
      defaultNS: "shell",
      partialBundledLanguages: false,
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  await started;
}

/** The text of a page, fetched beside its script. */
export async function loadText(namespaces: string[]): Promise<void> {
  await started;
  await i18next.loadNamespaces(namespaces);
}

export async function changeLanguage(language: Language): Promise<void> {
  keepLanguage(language);
  await follow(language);
}

/** Speaks as the account does, in this browser until somebody signs out. */
export async function followAccount(language: Language): Promise<void> {
  keepAccountLanguage(language);
  if (language !== i18next.language) await follow(language);
}

async function follow(language: Language): Promise<void> {
  tell(language);
  await i18next.changeLanguage(language);
}

function tell(language: Language): void {
  document.documentElement.lang = language === "zh" ? "zh-Hans" : language;
  speak(language);
}

export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : "en";
}
