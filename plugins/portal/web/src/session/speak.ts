import { App } from "antd";
import { useProblemText } from "../shell/ProblemNotice";
import { api } from "../api/client";
import { queries } from "../api/queries";
import type { Language } from "../text/languages";
import { changeLanguage } from "../text/text";
import { chosenAtDoor } from "./account-language";
import { maybeSignedIn } from "./session";

/**
 * Chooses a language: here at once, and for the account, so that the desk
 * speaks it too, on every device. What the desk says in words is asked for anew.
 */
export function useSpeak(): (language: Language) => Promise<void> {
  const { message } = App.useApp();
  const text = useProblemText();
  return async (language) => {
    await changeLanguage(language);
    if (maybeSignedIn()) {
      await tellAccount(language).catch((problem: unknown) => void message.error(text(problem)));
    } else chosenAtDoor.note();
    await queries.invalidateQueries();
  };
}

/** The account speaks it from now on: also the desk's own words, and its messages. */
export async function tellAccount(language: Language): Promise<void> {
  await api.PATCH("/api/v1/me", { body: { language } });
}
