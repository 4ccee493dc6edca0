import { App, ConfigProvider, theme as antd } from "antd";
import type { Locale } from "antd/es/locale";
import en from "antd/es/locale/en_US";
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { nonce } from "./nonce";
import { palette } from "./palette";

export type Choice = "system" | "light" | "dark";

const kept = "maitred.theme";
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");

const Look = createContext<{ choice: Choice; isDark: boolean; choose: (choice: Choice) => void }>({
  choice: "system",
  isDark: false,
  choose: () => {},
});

export const useLook = () => useContext(Look);

function first(): Choice {
  const choice = localStorage.getItem(kept);
  return choice === "light" || choice === "dark" ? choice : "system";
}

// English comes with antd; the others are fetched for who reads them.
const locales: Record<string, () => Promise<{ default: Locale }>> = {
  zh: () => import("antd/es/locale/zh_CN"),
  ru: () => import("antd/es/locale/ru_RU"),
};

function useAntdLocale(): Locale {
  const { i18n } = useTranslation();
  const [locale, setLocale] = useState<Locale>(en);
  useEffect(() => {
    let wanted = true;
    const load = locales[i18n.language];
    if (load) void load().then((found) => wanted && setLocale(found.default));
    else setLocale(en);
    return () => {
      wanted = false;
    };
  }, [i18n.language]);
  return locale;
}

function useMatches(wish: MediaQueryList): boolean {
  return useSyncExternalStore(
    (tell) => {
      wish.addEventListener("change", tell);
      return () => wish.removeEventListener("change", tell);
    },
    () => wish.matches,
  );
}

/** Colours by the system, or as chosen; antd's words in the viewer's language. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const [choice, setChoice] = useState<Choice>(first);
  const system = useMatches(dark);
  const motion = !useMatches(still);
  const isDark = choice === "system" ? system : choice === "dark";
  useEffect(() => {
    document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
  }, [isDark]);

  const look = useMemo(
    () => ({
      choice,
      isDark,
      choose: (next: Choice) => {
        localStorage.setItem(kept, next);
        setChoice(next);
      },
    }),
    [choice, isDark],
  );

  // Without motion antd waits for no transition's end: the style sheet allows none either.
  const theme = useMemo(() => {
    const { token, ...colours } = palette(isDark);
    return { algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm, ...colours, token: { ...token, motion } };
  }, [isDark, motion]);

  return (
    <Look.Provider value={look}>
      <ConfigProvider
        // "登录" stays one word, also to who searches the page or hears it.
        button={{ autoInsertSpace: false }}
        csp={nonce ? { nonce } : undefined}
        locale={useAntdLocale()}
        theme={theme}
      >
        <App component={false}>{children}</App>
      </ConfigProvider>
    </Look.Provider>
  );
}
