import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useTranslation } from "react-i18next";
import { api, got } from "../../api/client";
import { ProblemNotice, Waiting } from "../../shell/ProblemNotice";
import { isLanguage, languages } from "../../text/languages";
import { readFile, type Files } from "./content";
import { languageOf, textsFolder, textsIn, withText } from "./translations";

/** The files of translations that the viewer may publish; none where they may publish none. */
export function useTranslated(enabled: boolean) {
  return useQuery({
    enabled,
    queryKey: ["content", "translations"],
    queryFn: async () => {
      const { items } = await got(api.GET("/api/v1/releases/current/files", { params: { query: { prefix: textsFolder } } }));
      return items.filter(({ editable }) => editable).map(({ path }) => path);
    },
  });
}

interface Props {
  paths: string[];
  /** The draft, for what of these files is in it. */
  files: Files;
  /** What the item shows, in English. */
  shown: string[];
  onChange: (path: string, before: string, text: string) => void;
}

/** What the item shows, with its translations beside each text. */
export function TranslationsPart({ paths, files, shown, onChange }: Props) {
  const { t } = useTranslation("author");
  const read = useQuery({
    queryKey: ["content", "translations", paths],
    queryFn: async () => (await Promise.all(paths.map(readFile))).flatMap((file) => file ?? []),
  });
  if (read.error) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />;
  if (!read.data) return <Waiting />;
  const tongues = read.data.map(({ path, text }) => {
    const file = files[path] ?? text;
    const tag = languageOf(path);
    return { path, before: text, file, texts: textsIn(file), tag, name: isLanguage(tag) ? languages[tag] : tag };
  });
  const lacking = tongues.map(({ name, texts }) => ({ name, count: shown.filter((text) => !texts[text]).length })).filter(({ count }) => count > 0);
  return (
    <>
      <p className="quiet">{t("translations.about")}</p>
      <p role="status">
        {lacking.length === 0 ? t("translations.whole") : lacking.map(({ name, count }) => t("translations.lacking", { name, count })).join(" ")}
      </p>
      <ul className="translations">
        {shown.map((text) => (
          <li key={text} className="card">
            <strong>{text}</strong>
            {tongues.map(({ path, before, file, texts, tag, name }) => (
              <label key={path}>
                <span className="quiet">{name}</span>
                <Input.TextArea
                  lang={tag}
                  rows={text.length > 60 ? 3 : 1}
                  value={texts[text] ?? ""}
                  aria-label={t("translations.of", { name, text })}
                  onChange={({ target }) => onChange(path, before, withText(file, text, target.value, before))}
                />
              </label>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
