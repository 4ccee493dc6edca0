// What a call does when its session has ended: it waits here. The session part
// listens, shows the sign-in form over the page, and lets the calls go on.

type Waiting = (again: boolean) => void;

let waiting: Waiting[] = [];
let listener: (() => void) | undefined;

/** True when the same person signed in again; false when the call has to fail. */
export function signedInAgain(): Promise<boolean> {
  if (!listener) return Promise.resolve(false);
  const promise = new Promise<boolean>((resolve) => waiting.push(resolve));
  listener();
  return promise;
}

export function onSignedOut(tell: (() => void) | undefined): void {
  listener = tell;
}

export function letGo(again: boolean): void {
  const all = waiting;
  waiting = [];
  for (const go of all) go(again);
}
