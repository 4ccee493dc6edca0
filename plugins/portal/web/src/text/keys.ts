// Reads texts and code for the tests beside it; no part of the pages.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const here = new URL(".", import.meta.url).pathname;
const src = join(here, "..");

export const tongues = ["en", "zh", "ru"] as const;
export type Tongue = (typeof tongues)[number];

/** `nav.home` → text, for each text of a file. */
export type Texts = Map<string, string>;

export function namespaces(tongue: Tongue): string[] {
  const files = readdirSync(join(here, tongue)).filter((file) => file.endsWith(".json"));
  return files.map((file) => file.replace(/\.json$/, "")).sort();
}

export function texts(tongue: Tongue, namespace: string): Texts {
  const found: Texts = new Map();
  const walk = (value: unknown, path: string[]) => {
    if (typeof value === "string") found.set(path.join("."), value);
    else if (value !== null && typeof value === "object")
      for (const [key, below] of Object.entries(value)) walk(below, [...path, key]);
    else throw new Error(`${tongue}/${namespace}.json: ${path.join(".")} is no text`);
  };
  walk(JSON.parse(readFileSync(join(here, tongue, `${namespace}.json`), "utf8")), []);
  return found;
}

const plural = /_(zero|one|two|few|many|other)$/;

export const isPlural = (key: string) => plural.test(key);
export const stem = (key: string) => key.replace(plural, "");

/** `{{name}}` and `<0>` of a text. */
export function placeholders(text: string): string[] {
  const found = [...text.matchAll(/\{\{-?\s*([\w.]+)[^}]*\}\}|<\/?(\w+)\/?>/g)].map((hit) => hit[1] ?? `<${hit[2]}>`);
  return [...new Set(found)].sort();
}

export interface Use {
  file: string;
  /** The files of texts that this source file names. */
  namespaces: string[];
  key: string;
  /** The key goes on with what is known only when it runs: `status.` of `status.${x}`. */
  isPrefix: boolean;
}

/** Each `t("key")`, `t(x ? "one" : "other")`, `` t(`key.${x}`) `` and `i18nKey="key"` of the code. */
export function uses(): Use[] {
  return sources(src).flatMap((file) => {
    const code = readFileSync(file, "utf8");
    // `useTranslation("home")`, and `TFunction<"home">` where `t` is handed on.
    const named = [...code.matchAll(/useTranslation\(\s*\[?([^)]*?)\]?\s*\)|TFunction<([^>]*)>/g)].flatMap((hit) =>
      [...(hit[1] ?? hit[2] ?? "").matchAll(/"([\w-]+)"/g)].map((name) => name[1] as string),
    );
    const found: Use[] = [];
    const add = (key: string, isPrefix: boolean) => {
      const [namespace, rest] = key.includes(":") ? (key.split(":") as [string, string]) : [undefined, key];
      found.push({ file: file.slice(src.length), namespaces: namespace ? [namespace] : named, key: rest, isPrefix });
    };
    for (const hit of code.matchAll(/\b(?:t|i18n\.t|i18next\.t)\(\s*"([^"]+)"/g)) add(hit[1] as string, false);
    for (const hit of code.matchAll(/\bt\([^`;)]*?\?\s*"([^"]+)"\s*:\s*"([^"]+)"/g)) for (const key of hit.slice(1, 3)) add(key, false);
    for (const hit of code.matchAll(/\bi18nKey="([^"]+)"/g)) add(hit[1] as string, false);
    for (const hit of code.matchAll(/\b(?:t|i18n\.t|i18next\.t)\(\s*`([^`$]*)(\$\{)?/g)) add(hit[1] as string, hit[2] !== undefined);
    return found;
  });
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$|\.d\.ts$/.test(entry.name) && path !== join(here, "keys.ts") ? [path] : [];
  });
}
