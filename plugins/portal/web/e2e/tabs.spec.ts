import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, forgive, test } from "./portal";

// However many tabs a browser has, the desk sees one stream of it.

test.describe.configure({ timeout: 120_000 });

test("three tabs share one stream: what is said in one is read in the others, and the next tab takes over", async ({ as }) => {
  const first = await as("viv");
  const number = await ask(first, `Three tabs ${Date.now()}`);
  const streams: string[] = [];
  first.context().on("request", (request) => {
    if (request.url().endsWith("/api/v1/stream")) streams.push(request.url());
  });
  const heard = first.waitForResponse(/\/api\/v1\/stream$/);
  await first.goto(`/tickets/${number}`);
  await heard;
  const others: Page[] = [];
  for (let count = 0; count < 2; count++) {
    const tab = await first.context().newPage();
    await tab.goto(`/tickets/${number}`);
    await expect(tab.getByRole("region", { name: "Conversation" })).toBeVisible();
    others.push(tab);
  }
  const say = async (tab: Page, words: string) => {
    await tab.getByLabel("Your message").fill(words);
    await tab.getByRole("button", { name: "Send", exact: true }).click();
  };
  const read = async (tab: Page, words: string) => expect(tab.getByRole("region", { name: "Conversation" }).getByRole("listitem").filter({ hasText: words })).toBeVisible();
  const [second, third] = others as [Page, Page];
  await say(third, "From the third tab.");
  for (const tab of [first, second]) await read(tab, "From the third tab.");
  expect(streams).toHaveLength(1);

  // The tab that read it goes away; another one goes on.
  const taken = first.context().waitForEvent("response", (response) => response.url().endsWith("/api/v1/stream"));
  await first.goto("about:blank");
  await taken;
  await say(second, "From the second tab.");
  await read(third, "From the second tab.");
  expect(streams).toHaveLength(2);
});

test("a page that is loaded anew many times is not told to come less often", async ({ as }) => {
  const page = await as("kim", "/requests");
  const refused: string[] = [];
  page.on("response", (response) => {
    if (response.status() === 429) refused.push(response.url());
  });
  for (let count = 0; count < 15; count++) {
    const heard = page.waitForResponse(/\/api\/v1\/stream$/);
    await page.reload();
    await heard;
  }
  expect(refused).toEqual([]);
});

test("a page that could not be fetched says so, and opens by itself when the desk is back", async ({ as }) => {
  const ann = await as("ann", "/requests");
  await ann.getByRole("heading", { level: 1 }).waitFor();
  const cut = /AbsencesPage|^http:\/\/[^/]+\/$/;
  await ann.route(cut, (route) => route.abort());
  await ann.evaluate(() => {
    history.pushState(null, "", "/absences");
    dispatchEvent(new PopStateEvent("popstate"));
  });
  await expect(ann.getByRole("heading", { name: "No connection" }).first()).toBeVisible();
  await expectAccessible(ann);
  await ann.unroute(cut);
  await expect(ann.getByRole("heading", { level: 1, name: "Absences" })).toBeVisible();
  forgive(ann, /ERR_FAILED|Failed to|preload CSS|at Suspense|load preload assets/);
});
