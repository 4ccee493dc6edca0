import { memo, useEffect, useId } from "react";
import { useTranslation } from "react-i18next";
import { LiveSign } from "../live/LiveSign";
import { useLive } from "../live/useLive";
import { AccountLanguage } from "../session/AccountLanguage";
import { useMe } from "../session/session";
import { AccountMenu } from "./AccountMenu";
import { arrival } from "./arrival";
import { HeaderSearch } from "./HeaderSearch";
import { Go } from "./Go";
import { LanguageMenu } from "./LanguageMenu";
import { isWithin, placesFor } from "./navigation";
import { Notifications } from "./Notifications";
import { Stage } from "./Stage";
import { StandingIn } from "./StandingIn";
import { useShown } from "./Steady";
import { ThemeMenu } from "./ThemeMenu";
import { WaitingCount } from "./WaitingCount";

/** What stands around every page. */
export function Shell() {
  const { t } = useTranslation("shell");
  const me = useMe();
  const { address, isLate } = useShown();
  const { path } = address;
  useLive(me.username);
  useArrivals(path);

  return (
    <div className="shell">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="top">
        <Go to="/" className="brand" aria-label={`${t("name")}, ${t("nav.home")}`}>
          <img src="/icon.svg" alt="" width={30} height={30} />
          <span className="wide-only">{t("name")}</span>
        </Go>
        <Navigation path={path} className="nav-top" />
        <Tools isHome={path === "/"} />
      </header>
      <AccountLanguage />
      <StandingIn isInbox={path === "/inbox"} />
      {isLate && <div className="late" role="status" aria-label={t("loading")} />}
      <main id="content" tabIndex={-1} aria-busy={isLate}>
        <Stage me={me} address={address} />
      </main>
      <Navigation path={path} className="nav-bottom" />
    </div>
  );
}

// What follows is drawn again only when it is another: on each change of page the shell is drawn twice.

const Tools = memo(function Tools({ isHome }: { isHome: boolean }) {
  return (
    <div className="top-tools">
      {!isHome && <HeaderSearch />}
      <LiveSign />
      <Notifications />
      <LanguageMenu />
      <ThemeMenu />
      <AccountMenu />
    </div>
  );
});

/** On a phone it is the bar at the bottom; the other one is hidden by the style sheet. */
const Navigation = memo(function Navigation({ path, className }: { path: string; className: string }) {
  const { t } = useTranslation("shell");
  const me = useMe();
  const waiting = useId();
  return (
    <nav className={className} aria-label={t("navigation")}>
      <ul>
        {placesFor(me).map((place) => (
          <li key={place.path}>
            <Go to={place.path} aria-current={isWithin(path, place) ? "page" : undefined} aria-describedby={place.name === "inbox" ? waiting : undefined}>
              <place.Icon aria-hidden />
              <span className="nav-name">{t(`nav.${place.name}`)}</span>
              <span className="nav-name nav-short">{t(`navShort.${place.name}`)}</span>
              {place.name === "inbox" && <WaitingCount id={waiting} />}
            </Go>
          </li>
        ))}
      </ul>
    </nav>
  );
});

let last: string | undefined;

/** Each change of the path is an arrival: to the top, and the heading takes the focus. */
function useArrivals(path: string): void {
  // While drawing, not after: the new page's heading asks in its own effect, which runs first.
  if (last !== undefined && last !== path) arrival.expect();
  last = path;
  useEffect(() => window.scrollTo(0, 0), [path]);
}
