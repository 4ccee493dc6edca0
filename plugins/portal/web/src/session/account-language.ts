import { isLanguage, type Language } from "../text/languages";

interface Known {
  /** What the account says; a tag such as `zh-CN`. */
  account: string;
  /** What the page speaks so far. */
  spoken: Language;
  /** Chosen in this browser at some time. */
  isChosen: boolean;
  /** Chosen on the sign-in page, a moment ago. */
  isChosenNow: boolean;
}

type Agreement =
  | { what: "stay" }
  /** The page takes over what the account says. */
  | { what: "follow"; language: Language }
  /** The account takes over what was chosen before signing in. */
  | { what: "tell"; language: Language };

/**
 * Whose language counts where page and account differ. The desk cannot tell a
 * language that somebody chose for the account from the one it began with, so the
 * account is followed; but a choice made on the sign-in page is the newest word.
 */
export function agree({ account, spoken, isChosen, isChosenNow }: Known): Agreement {
  const language = account.split("-")[0];
  if (!isLanguage(language) || language === spoken) return { what: "stay" };
  if (isChosenNow) return { what: "tell", language: spoken };
  return isChosen ? { what: "stay" } : { what: "follow", language };
}

let noted = false;

/** Whether a language was chosen on the sign-in page of this tab; asked once, after signing in. */
export const chosenAtDoor = {
  note() {
    noted = true;
  },
  take(): boolean {
    const was = noted;
    noted = false;
    return was;
  },
};

const said = "maitred.language-said";

/** Whether this viewer has not been told yet that their page changed its language. */
export function isNews(username: string): boolean {
  if (localStorage.getItem(said) === username) return false;
  localStorage.setItem(said, username);
  return true;
}
