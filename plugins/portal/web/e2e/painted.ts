import { cpus, loadavg } from "node:os";
import { expect, type Locator, type Page } from "@playwright/test";

/** What a page must show before it counts as there: its heading, and the first of its data. */
export interface Shown {
  path: RegExp;
  heading: RegExp;
  /** Selector of the first data; it is there when it has a size and words. */
  data: string;
}

declare global {
  interface Window {
    /** Milliseconds from the click to the painted page. */
    painted?: Promise<number>;
  }
}

/** A pointer is on a link and a finger is down for longer than this before it has clicked, in milliseconds. */
const reach = 100;

/** Milliseconds from the click until the new page is on the screen, by the browser's own clock. */
export async function untilPainted(page: Page, target: Locator, shown: Shown): Promise<number> {
  await page.evaluate(
    ({ path, heading, data }) => {
      const isThere = () => {
        const title = document.querySelector("#content h1");
        const first = document.querySelector<HTMLElement>(data);
        const isRead = first !== null && first.getClientRects().length > 0 && (first.textContent ?? "").trim() !== "";
        return new RegExp(path).test(location.pathname) && new RegExp(heading).test(title?.textContent ?? "") && isRead;
      };
      window.painted = new Promise((tell) => {
        const clicked = (event: Event) => {
          const look = () => {
            if (!isThere()) return void requestAnimationFrame(look);
            // Before the frame is painted; the message is handled after it.
            const after = new MessageChannel();
            after.port1.onmessage = () => tell(performance.now() - event.timeStamp);
            after.port2.postMessage(undefined);
          };
          requestAnimationFrame(look);
        };
        addEventListener("click", clicked, { once: true, capture: true });
      });
    },
    { path: shown.path.source, heading: shown.heading.source, data: shown.data },
  );
  await target.hover();
  await page.waitForTimeout(reach);
  await target.click();
  return page.evaluate(() => window.painted as Promise<number>);
}

/** Milliseconds from the last key until the preview of the form as it is now is on the screen. */
export async function untilPreviewed(page: Page, key: string): Promise<number> {
  await page.evaluate(() => {
    const preview = document.querySelector(".preview");
    let pressed = 0;
    let wasBusy = false;
    addEventListener("keydown", (event) => (pressed = event.timeStamp), { once: true, capture: true });
    window.painted = new Promise((tell) => {
      const look = () => {
        const isBusy = preview?.getAttribute("aria-busy") === "true";
        wasBusy ||= isBusy;
        if (pressed === 0 || !wasBusy || isBusy) return void requestAnimationFrame(look);
        const after = new MessageChannel();
        after.port1.onmessage = () => tell(performance.now() - pressed);
        after.port2.postMessage(undefined);
      };
      new MutationObserver(() => (wasBusy ||= preview?.getAttribute("aria-busy") === "true")).observe(preview as Element, { attributes: true });
      look();
    });
  });
  await page.keyboard.press(key);
  return page.evaluate(() => window.painted as Promise<number>);
}

/** How long each frame took while a box was scrolled through, sorted. */
export async function framesWhileScrolling(box: Locator, steps: number, pixels: number): Promise<number[]> {
  return box.evaluate(
    async (box, { steps, pixels }) => {
      const times: number[] = [];
      let last = performance.now();
      for (let step = 0; step < steps; step++) {
        box.scrollTop += pixels;
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        times.push(now - last);
        last = now;
      }
      return times.sort((one, two) => one - two);
    },
    { steps, pixels },
  );
}

export function median(times: number[]): number {
  const sorted = [...times].sort((one, two) => one - two);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/**
 * The promise is for a quiet machine and a release build: `SPEED=strict` holds it.
 * Else it is three times as much, which still tells a page that waits for
 * something it has; and with more work than cores all takes that much longer.
 */
export function allowed(milliseconds: number): number {
  if (process.env["SPEED"] === "strict") return milliseconds;
  return 3 * milliseconds * Math.max(1, (loadavg()[0] ?? 0) / cpus().length);
}

const whole = (times: number[]) => times.map((time) => time.toFixed(0)).join(" ");

/** Prints the figures, all of them, and holds their medians against the limit. */
export function holds(what: string, measured: Record<string, number[]>, limit: number): void {
  const now = allowed(limit);
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const figures = Object.entries(measured);
  for (const [name, times] of figures) console.log(`${what}, ${name}: ${median(times).toFixed(0)} ms of ${limit} (${whole(times)}; load ${load})`);
  for (const [name, times] of figures) expect(median(times), `${what}, ${name}; of ${limit} ms, allowed beside other work: ${now.toFixed(0)}`).toBeLessThan(now);
}
