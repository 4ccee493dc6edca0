import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

// What stands around every page: what waits, a lost connection, the language.

const phone = { width: 360, height: 740 };

const askLaptop = async (page: Page, why: string) => {
  const answer = await page.context().request.post("/api/v1/tickets", {
    data: { item: "laptop", form: { model: "light", reason: why } },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { number: string }).number;
};

test("the navigation counts what waits, and hears of more", async ({ as }) => {
  const ann = await as("ann");
  await askLaptop(ann, `Counted ${Date.now()}`);
  const max = await as("max", "/requests");
  const link = max.locator(".nav-top").getByRole("link", { name: "Approvals and tasks" });
  await expect(link).toHaveAccessibleDescription(/wait(s)? for you$/);
  await expect(link.locator(".count")).toHaveText(/^\d\+?$/);
  await expectAccessible(max);
  await max.setViewportSize(phone);
  const small = max.locator(".nav-bottom").getByRole("link", { name: "Approvals and tasks" });
  await expect(small.locator(".count")).toBeVisible();
  await expectFits(max);
  await expectAccessible(max);
  // Who is asked for nothing sees no number.
  const viv = await as("viv", "/requests");
  await expect(viv.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(viv.locator(".nav-top .count")).toHaveCount(0);
});

test("a lost connection is said in words, once, and the page stays", async ({ as }) => {
  const ann = await as("ann");
  const why = `Cut off ${Date.now()}`;
  const number = await askLaptop(ann, why);
  const max = await as("max", "/inbox");
  await max.setViewportSize(phone);
  await max.locator(".step-card", { hasText: why }).getByRole("button").click();
  const shown = max.locator(".step-detail");
  await expect(shown).toContainText(why);
  const place = await shown.boundingBox();
  let failures = 0;
  max.on("requestfailed", (request) => void (failures += request.url().endsWith(`/tickets/${number}`) ? 1 : 0));
  await max.context().setOffline(true);
  // Another tab hears of something: all that is shown of the ticket is asked for anew, three times in vain.
  await max.evaluate((about) => {
    new BroadcastChannel("maitred.live.max").postMessage({ what: "event", id: "1", event: { number: about, version: 9, type: "comment.added" } });
  }, number);
  const sign = max.getByText("No connection; what you see may be old");
  await expect(sign).toBeVisible();
  await expect.poll(() => failures).toBe(3);
  expect(await shown.boundingBox()).toEqual(place);
  await expect(max.getByRole("alert")).toHaveCount(0);
  await expectFits(max);
  await expectAccessible(max);
  await max.context().setOffline(false);
  await expect(sign).toHaveCount(0);
  forgive(max, /ERR_INTERNET_DISCONNECTED|ERR_NETWORK|Failed to|load preload assets/);
});

test("who read Russian before signing in is told why the page speaks English, once, with a way back", async ({ browser, baseURL, request }) => {
  const { token } = (await (await request.post("/api/v1/session", { data: { username: "finn", password: "finn" } })).json()) as { token: string };
  const speak = (language: string) => request.patch("/api/v1/me", { data: { language }, headers: { Authorization: `Bearer ${token}` } });
  await speak("en");
  const context = await browser.newContext({ baseURL, locale: "ru-RU", timezoneId: "Europe/Berlin", viewport: phone, reducedMotion: "reduce" });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByLabel("Имя пользователя").fill("finn");
  await page.getByLabel("Пароль", { exact: true }).fill("finn");
  await page.getByRole("button", { name: "Войти" }).click();
  await expect(page.getByText("The portal now speaks English, as your account says.")).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeVisible();
  await expect(page.getByText("The portal now speaks English")).toHaveCount(0);
  await page.evaluate(() => localStorage.clear());
  await context.clearCookies();

  await page.goto("/");
  await page.getByLabel("Имя пользователя").fill("finn");
  await page.getByLabel("Пароль", { exact: true }).fill("finn");
  await page.getByRole("button", { name: "Войти" }).click();
  const told = page.waitForResponse((answer) => answer.url().endsWith("/api/v1/me") && answer.request().method() === "PATCH");
  await page.getByRole("button", { name: "Остаться с русским" }).click();
  expect((await told).ok()).toBe(true);
  await expect(page.locator(".nav-bottom").getByRole("link", { name: "Мои заявки" })).toBeVisible();
  await expect(page.getByText("The portal now speaks English")).toHaveCount(0);
  // Other stories know him in English.
  await speak("en");
  await context.close();
});
