import type { Page } from "@playwright/test";
import { ask, expect, test, word } from "./portal";

// Pages are drawn out of sight before they are opened; what is opened shows what is so now.

/** Somebody is there; what they may open next is drawn in the quiet moments that follow. */
async function settle(page: Page): Promise<void> {
  await page.mouse.move(600, 500);
  await page.waitForTimeout(2500);
}

const headers = (page: Page) => ({ Origin: new URL(page.url()).origin });

test("what is out of sight is neither found nor told, and changes nothing at the desk", async ({ as }) => {
  const page = await as("dora");
  await page.locator(".items .item").first().waitFor();
  const title = await page.title();
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  });
  await settle(page);
  await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toHaveCount(1);
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  expect(await page.title()).toBe(title);
  expect(sent).toEqual([]);

  await page.locator(".nav-top").getByRole("link", { name: "Desk", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  expect(await page.title()).not.toBe(title);
  await expect(page.getByRole("heading", { level: 1, includeHidden: true })).toHaveCount(1);
});

test("what was begun on another device meanwhile is in the form that is opened", async ({ as }) => {
  const draft = "/api/v1/drafts/ask%2Flaptop";
  const page = await as("finn", "/?category=technical");
  await page.locator('.items a[href="/catalog/laptop"]').waitFor();
  await settle(page);
  const reason = `Begun elsewhere ${word()}`;
  const kept = await page.context().request.put(draft, { headers: headers(page), data: { data: { form: { reason }, key: word() } } });
  expect(kept.ok(), await kept.text()).toBe(true);
  await page.locator('.items a[href="/catalog/laptop"]').click();
  await expect(page.locator(".ask-form")).toContainText("You began to write this earlier");
  expect(await page.locator(".ask-form textarea, .ask-form input").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))).toContain(reason);
  await page.context().request.delete(draft, { headers: headers(page) });
});

test("what was typed in another tab meanwhile is there", async ({ as }) => {
  await ask(await as("ann"), `Answered in two tabs ${word()}`);
  const page = await as("dora", "/desk");
  const number = (await page.locator("[role=row][id] a").first().textContent()) ?? "";
  await settle(page);
  const text = `Typed elsewhere ${word()}`;
  const other = await page.context().newPage();
  await other.goto(`/desk/${number}`);
  await other.locator(".compose textarea").fill(text);
  await page.locator("[role=row][id] .desk-cut").nth(1).click();
  await expect(page.locator(".compose textarea")).toHaveValue(text);
  await other.locator(".compose textarea").fill("");
});

test("what was decided meanwhile is not shown when the inbox is opened", async ({ as }) => {
  const why = `Decided before it was looked at ${word()}`;
  const ann = await as("ann");
  const sent = await ann.context().request.post("/api/v1/tickets", { headers: headers(ann), data: { item: "laptop", form: { model: "light", reason: why } } });
  const { number } = (await sent.json()) as { number: string };
  const max = await as("max");
  await settle(max);
  const { request } = max.context();
  const inbox = (await (await request.get("/api/v1/inbox?limit=200")).json()) as { items: { id: string; ticket: string; seen?: string }[] };
  const step = inbox.items.find(({ ticket }) => ticket === number);
  const answered = await request.post(`/api/v1/steps/${step?.id}/answer`, { headers: headers(max), data: { outcome: "approved", seen: step?.seen } });
  expect(answered.ok(), await answered.text()).toBe(true);
  await max.locator(".nav-top").getByRole("link", { name: "Approvals and tasks", exact: true }).click();
  await expect(max.getByRole("heading", { level: 1 })).toBeVisible();
  await max.waitForTimeout(1000);
  await expect(max.locator(".step-card", { hasText: number })).toHaveCount(0);
});
