// What is read anew may wait a moment while a page that is ready comes to the
// screen: to send eight calls takes as long as to paint it.

let painted: Promise<void> | undefined;

/** Without a picture, in a tab in the background, nothing is held longer than this, in milliseconds. */
const longest = 100;

function nextPicture(): Promise<void> {
  return new Promise((go) => {
    setTimeout(go, longest);
    // Just before the picture is made; the message is handled after it.
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => {
        after.port1.close();
        go();
      };
      after.port2.postMessage(undefined);
    });
  });
}

/** What is read from now on is asked for after the next picture. */
export function holdReads(): void {
  const mine = nextPicture().then(() => {
    if (painted === mine) painted = undefined;
  });
  painted = mine;
}

/** A call that waits while reads are held. */
export function held<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return (...args) => (painted ? painted.then(() => call(...args)) : call(...args));
}
