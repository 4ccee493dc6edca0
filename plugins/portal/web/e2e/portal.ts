import AxeBuilder from "@axe-core/playwright";
import { expect, test as base, type Page } from "@playwright/test";

export type Person = "ann" | "max" | "fay" | "finn" | "dora" | "dan" | "lin" | "sam" | "kim" | "viv" | "mia" | "ula" | "ada";

interface Portal {
  /** Signs in as one of the demo desk's people, in a browser of their own, and opens `path`. */
  as: (person: Person, path?: string) => Promise<Page>;
  /** The same without signing in: what somebody sees who has just come to work. */
  fresh: (path?: string) => Promise<Page>;
}

/** What the browser complained of; a 401 before signing in again is expected where a test makes one. */
const complaints = new WeakMap<Page, string[]>();

export const test = base.extend<Portal>({
  page: async ({ page }, use) => {
    watch(page);
    await use(page);
    expect(complaints.get(page), "the console stays quiet").toEqual([]);
  },
  fresh: async ({ browser, baseURL }, use, info) => {
    const opened: Page[] = [];
    await use(async (path) => {
      const { viewport, locale, timezoneId, colorScheme } = info.project.use;
      // Colours are looked at as they end, not on their way there.
      const context = await browser.newContext({ baseURL, viewport, locale, timezoneId, colorScheme, reducedMotion: "reduce" });
      const page = await context.newPage();
      watch(page);
      opened.push(page);
      if (path !== undefined) await page.goto(path);
      return page;
    });
    const said = opened.flatMap((page) => complaints.get(page) ?? []);
    for (const page of opened) await page.context().close();
    expect(said, "the console stays quiet").toEqual([]);
  },
  as: async ({ fresh, baseURL }, use) => {
    await use(async (person, path = "/") => {
      const page = await fresh();
      const answer = await page.context().request.post("/api/v1/session", {
        data: { username: person, password: person, cookie: true },
        headers: { Origin: new URL(baseURL ?? "").origin },
      });
      expect(answer.ok(), `${person} signs in`).toBe(true);
      // An empty page has no storage.
      await page.addInitScript((name) => location.protocol === "about:" || localStorage.setItem("maitred.signed-in", name), person);
      await page.goto(path);
      return page;
    });
  },
});

function watch(page: Page): void {
  const said: string[] = [];
  complaints.set(page, said);
  page.on("console", (message) => {
    // Nobody has more than ten streams, and those of the tests before count until the
    // desk has noticed that they are gone; the page waits and tries again.
    if (message.location().url.endsWith("/api/v1/stream") && /429/.test(message.text())) return;
    if (message.type() === "error" || message.type() === "warning") said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
}

/** For tests that provoke a refusal: takes back what the console has said of it. */
export function forgive(page: Page, what: RegExp): void {
  const said = complaints.get(page) ?? [];
  said.splice(0, said.length, ...said.filter((text) => !what.test(text)));
}

/** No violation of WCAG 2.2 AA in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(told).toEqual([]);
}

/** Nothing is cut off or has to be pushed aside in the width of the window. */
export async function expectFits(page: Page): Promise<void> {
  const over = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const parts = [...document.querySelectorAll("body *")].filter((part) => part.getBoundingClientRect().right > clientWidth + 1);
    return [`${scrollWidth} of ${clientWidth} pixels`, ...parts.slice(0, 5).map((part) => part.outerHTML.slice(0, 160))];
  });
  expect(over, "wider than the window").toEqual([]);
}

export { expect };

/** A word that no other ticket has, so that a list of it is this test's own. */
export const word = () => `zq${Math.random().toString(36).slice(2, 9)}`;

/** Whoever is signed in there asks for something that nobody must approve; its number. */
export async function ask(page: Page, subject: string): Promise<string> {
  const answer = await page.context().request.post("/api/v1/tickets", {
    data: { item: "general-request", title: subject, form: { subject, wish: "Please look at it.", area: "it" } },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return ((await answer.json()) as { number: string }).number;
}
