// Scripts and styles of pages that did not come.

/** Whether a page's script or styles could not be fetched, as Chromium, Firefox and Safari say it, and Vite of styles. */
export function isUnfetched(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed|Unable to preload CSS/i.test(error.message);
}

const kept = "maitred.reloaded";

/** Whether the page at an address may be loaded anew by itself: once a minute, so that what stays broken does not go round. */
export function mayReload(at: string, now = Date.now()): boolean {
  const [place, time] = (sessionStorage.getItem(kept) ?? "").split(" ");
  if (place === at && now - Number(time) < 60_000) return false;
  sessionStorage.setItem(kept, `${at} ${now}`);
  return true;
}
