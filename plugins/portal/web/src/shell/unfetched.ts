// Scripts and styles of pages that did not come.

/** Whether a page's script or styles could not be fetched, as Chromium, Firefox and Safari say it, and Vite of styles. */
export function isUnfetched(error: unknown): boolean {
  return error instanceof Error && /dynamically imported module|module script failed|Unable to preload CSS/i.test(error.message);
}

/** Styles that did not come are asked for once more only where their link is gone. */
export function dropFailedStyles(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) if (!link.sheet) link.remove();
}
