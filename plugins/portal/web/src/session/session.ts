import { useQuery } from "@tanstack/react-query";
import { api, got, type Schemas } from "../api/client";
import { queries } from "../api/queries";
import { forgetAccountLanguage } from "../text/languages";

export type Me = Schemas["MeView"];

const marker = "maitred.signed-in";

/** Whether this browser has signed in; spares newcomers a call that can only fail. */
export function maybeSignedIn(): boolean {
  return localStorage.getItem(marker) !== null;
}

export async function signIn(username: string, password: string): Promise<void> {
  await api.POST("/api/v1/session", { body: { username, password, cookie: true } });
  localStorage.setItem(marker, username);
}

/** Ends the session; other tabs hear of it through the storage event. */
export async function signOut(): Promise<void> {
  await api.DELETE("/api/v1/session");
  forgetSession();
}

export function forgetSession(): void {
  localStorage.removeItem(marker);
  forgetAccountLanguage();
  queries.clear();
  location.assign("/");
}

/** Tells when another tab has signed out or in as somebody else. */
export function onOtherTab(tell: () => void): () => void {
  const heard = (event: StorageEvent) => {
    if (event.key === marker) tell();
  };
  window.addEventListener("storage", heard);
  return () => window.removeEventListener("storage", heard);
}

export const meQuery = {
  queryKey: ["me"],
  queryFn: () => got(api.GET("/api/v1/me")),
  staleTime: 5 * 60_000,
};

/** The viewer. Only inside the shell, where somebody is signed in. */
export function useMe(): Me {
  const { data } = useQuery(meQuery);
  if (!data) throw new Error("nobody is signed in here");
  return data;
}

/** What the roles let the viewer do, whatever the ticket: `may(me, "publish")`. */
export function may(me: Me, what: string): boolean {
  return me.may.includes(what);
}

export function hasRole(me: Me, ...roles: string[]): boolean {
  return roles.some((role) => (me.roles as string[]).includes(role));
}
