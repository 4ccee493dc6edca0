/** What waits for a quiet moment does not wait longer than this, in milliseconds. */
const patience = 2000;

/** A moment in which the browser has nothing else to do. Safari has no idle callback. */
export function quiet(): Promise<void> {
  return new Promise((go) => ("requestIdleCallback" in window ? requestIdleCallback(() => go(), { timeout: patience }) : setTimeout(go, 50)));
}
