import { readFileSync } from "node:fs";

export type Language = "en" | "zh" | "ru";

type Texts = { [key: string]: string | Texts };

const read = (path: URL): Texts => JSON.parse(readFileSync(path, "utf8")) as Texts;

/** The portal's own words: `t("ticket:ending.yes")`. */
export function portalWords(language: Language) {
  return (key: string, values: Record<string, string> = {}): string => {
    const [file, path] = key.split(":") as [string, string];
    let found: string | Texts | undefined = read(new URL(`../src/text/${language}/${file}.json`, import.meta.url));
    for (const part of path.split(".")) found = typeof found === "object" ? found[part] : undefined;
    if (typeof found !== "string") throw new Error(`no text ${language} ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? "");
  };
}

/** The words of the desk's content, by their English text. */
export function contentWords(language: Language) {
  const texts = language === "en" ? {} : read(new URL(`../../../../schemas/texts/${language}.json`, import.meta.url));
  return (english: string): string => {
    const found = texts[english];
    return typeof found === "string" ? found : english;
  };
}
