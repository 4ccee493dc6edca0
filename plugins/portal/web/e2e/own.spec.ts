import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

const phone = { width: 360, height: 740 };

async function headersOf(request: APIRequestContext, username: string) {
  const answer = await request.post("/api/v1/session", { data: { username, password: username } });
  return { Authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
}

/** Takes back what earlier runs have left, so that nobody is away already. */
async function endAbsences(request: APIRequestContext, username: string): Promise<void> {
  const headers = await headersOf(request, username);
  const { items } = (await (await request.get("/api/v1/absences", { headers })).json()) as {
    items: { id: string; state: string; person: { username: string } }[];
  };
  for (const one of items.filter(({ state, person }) => state !== "over" && person.username === username))
    await request.delete(`/api/v1/absences/${one.id}`, { headers });
}

async function choosePerson(page: Page, label: string, name: string): Promise<void> {
  const picker = page.getByRole("combobox", { name: label });
  await picker.click();
  await picker.fill(name.split(" ")[0] ?? name);
  await page.locator(".ant-select-item-option", { hasText: name }).click();
}

test("somebody is away in three taps, and who stands in is told on every page", async ({ as, request }) => {
  await endAbsences(request, "max");
  const max = await as("max", "/absences");
  await max.setViewportSize(phone);
  // Colours that are on their way are no colours to measure.
  await max.emulateMedia({ reducedMotion: "reduce" });
  await expect(max.getByRole("heading", { level: 1, name: "Absences" })).toBeVisible();
  await expectAccessible(max);
  await expectFits(max);
  await max.getByRole("button", { name: "Today", exact: true }).click();
  await choosePerson(max, "Who stands in", "Mia");
  await max.getByRole("button", { name: "Save the absence" }).click();
  const mine = max.getByRole("region", { name: "My absences" });
  await expect(mine.locator("li").first()).toContainText("Mia");
  await expect(mine.locator("li").first()).toContainText("Now");
  await expect(mine.getByRole("status")).toHaveText("Your absence is saved.");
  await expect(mine.locator("li").first()).toBeFocused();
  await expect(max.locator(".ant-btn-loading")).toHaveCount(0);
  await expectAccessible(max);

  const why = `While max is away ${Date.now()}`;
  const asked = await request.post("/api/v1/tickets", {
    headers: await headersOf(request, "ann"),
    data: { item: "laptop", form: { model: "light", reason: why } },
  });
  expect(asked.ok()).toBe(true);
  const mia = await as("mia", "/inbox");
  await expect(mia.locator(".standing-in")).toHaveText("Max Lim is away; you stand in today");
  await mia.locator(".step-card", { hasText: why }).getByRole("button").click();
  await expect(mia.locator(".stands-in")).toContainText("You stand in for Max Lim");
  await expectAccessible(mia);
  await mia.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(mia.locator(".last-answer")).toContainText("Approved");

  await mine.getByRole("button", { name: "End now" }).click();
  await max.locator(".ant-popconfirm").getByRole("button", { name: "End now" }).click();
  await expect(mine.locator("li").first()).toContainText("Over");
  await mia.reload();
  await expect(mia.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(mia.locator(".standing-in")).toHaveCount(0);
});

test("a refusal is shown at its field, and nothing typed is lost", async ({ as, request }) => {
  await endAbsences(request, "fay");
  const page = await as("fay", "/absences");
  await page.getByLabel("First day away").fill("2031-03-01");
  await page.getByLabel("Last day away").fill("2031-03-05");
  await page.getByRole("button", { name: "Save the absence" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("Last day away")).toHaveValue("2031-03-05");
  forgive(page, /422/);
});

test("messages are read one by one and all at once", async ({ as, request }) => {
  const asked = await request.post("/api/v1/tickets", {
    headers: await headersOf(request, "ann"),
    data: { item: "laptop", form: { model: "light", reason: "A message of it" } },
  });
  const { number } = (await asked.json()) as { number: string };
  const inbox = (await (await request.get("/api/v1/inbox?limit=200", { headers: await headersOf(request, "max") })).json()) as {
    items: { id: string; ticket: string }[];
  };
  const step = inbox.items.find((one) => one.ticket === number);
  await request.post(`/api/v1/steps/${step?.id}/answer`, {
    headers: await headersOf(request, "max"),
    data: { outcome: "rejected", code: "budget", comment: "Not this year" },
  });
  const page = await as("ann", "/notifications");
  await page.setViewportSize(phone);
  const message = page.locator(".messages li", { hasText: number }).first();
  await expect(message).toHaveClass("unread");
  await expectAccessible(page);
  await expectFits(page);
  await message.getByRole("button", { name: "Mark as read" }).click();
  await expect(message).not.toHaveClass("unread");
  await expect(message.getByRole("link")).toHaveAttribute("href", `/tickets/${number}`);
});

test("a token's secret is shown once, works, and is revoked", async ({ as, request }) => {
  const page = await as("lin", "/me");
  await expect(page.getByRole("region", { name: "What the desk knows of you" })).toContainText("lin@");
  await expectAccessible(page);
  const name = `Script ${Date.now()}`;
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("button", { name: "Make a token" }).click();
  const secret = await page.locator(".secret").innerText();
  const me = () => request.get("/api/v1/me", { headers: { Authorization: `Bearer ${secret.trim()}` } });
  expect((await me()).status()).toBe(200);
  await expectAccessible(page);
  await page.reload();
  await expect(page.locator(".own-list", { hasText: name })).toBeVisible();
  await expect(page.locator(".secret")).toHaveCount(0);
  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.locator(".ant-popconfirm").getByRole("button", { name: "Revoke", exact: true }).click();
  await expect(page.locator(".own-list", { hasText: name })).toHaveCount(0);
  await expect.poll(async () => (await me()).status(), { timeout: 10_000 }).toBe(401);
});

test("a new password: a wrong present one is told, the right one keeps the viewer in", async ({ page, request }) => {
  const username = `eva${Date.now()}`;
  const made = await request.post("/api/v1/users", {
    headers: await headersOf(request, "ada"),
    data: { username, name: "Eva Novak", email: `${username}@example.org`, roles: ["requester"] },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const { password: first } = (await made.json()) as { password: string };
  await page.goto("/me");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(first);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Eva Novak" })).toBeVisible();

  const fill = async (current: string) => {
    await page.getByLabel("Present password").fill(current);
    await page.getByLabel("New password", { exact: true }).fill("second-password");
    await page.getByLabel("New password again").fill("second-password");
    await page.getByRole("button", { name: "Change the password" }).click();
  };
  await fill("not-this-one");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByLabel("New password", { exact: true })).toHaveValue("second-password");
  await fill(first);
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "Eva Novak" })).toBeVisible();
  forgive(page, /40[13]|422/);
});

test("language and colours are chosen on the profile", async ({ as }) => {
  const page = await as("kim", "/me");
  await page.setViewportSize(phone);
  await page.getByRole("radio", { name: "Русский" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Черновики" })).toBeVisible();
  await page.getByRole("radio", { name: "Тёмное" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("radio", { name: "简体中文" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "草稿" })).toBeVisible();
  await expectFits(page);
});

test("drafts are listed, lead on and are thrown away", async ({ as, request }) => {
  const headers = await headersOf(request, "viv");
  await request.put("/api/v1/drafts/ask%2Flaptop", { headers, data: { data: { form: { model: "light" } } } });
  const page = await as("viv", "/me");
  const drafts = page.getByRole("region", { name: "Drafts" });
  await expect(drafts.getByRole("link", { name: "Go on: Laptop" })).toBeVisible();
  await drafts.getByRole("button", { name: "Throw away: Laptop" }).click();
  await expect(drafts.getByRole("button", { name: "Undo: keep Laptop" })).toBeFocused();

  // Brought back it is where it was, and away again it stays away.
  await page.keyboard.press("Enter");
  await expect(drafts.getByRole("button", { name: "Throw away: Laptop" })).toBeFocused();
  const kept = await request.get("/api/v1/drafts/ask%2Flaptop", { headers });
  expect(((await kept.json()) as { data: unknown }).data).toEqual({ form: { model: "light" } });
  await page.keyboard.press("Enter");
  await expect(drafts.getByText("Thrown away.")).toBeVisible();
  await page.reload();
  await expect(drafts).toContainText("Nothing is begun.");
});

test("an appointment is seen by who is invited, and its organizer cancels it", async ({ as, request }) => {
  const asked = await request.post("/api/v1/tickets", {
    headers: await headersOf(request, "ann"),
    data: { item: "laptop", form: { model: "light", reason: "With an appointment" } },
  });
  const { number } = (await asked.json()) as { number: string };
  const start = new Date(Date.now() + 50 * 3600_000).toISOString();
  const end = new Date(Date.now() + 51 * 3600_000).toISOString();
  const title = `Handing over ${Date.now()}`;
  const made = await request.post(`/api/v1/tickets/${number}/appointments`, {
    headers: await headersOf(request, "dora"),
    data: { title, start, end, zone: "Europe/Berlin", place: "Room 1.02", people: ["ann"] },
  });
  expect(made.ok(), await made.text()).toBe(true);
  const ann = await as("ann", "/appointments");
  await ann.setViewportSize(phone);
  const invited = ann.locator(".appointments li", { hasText: title });
  await expect(invited).toContainText("Room 1.02");
  await expect(invited.getByRole("link", { name: "For my calendar" })).toHaveAttribute("href", /invitation\.ics$/);
  await expectAccessible(ann);
  await expectFits(ann);

  const dora = await as("dora", "/appointments");
  const own = dora.locator(".appointments li", { hasText: title });
  await own.getByRole("button", { name: "Cancel it" }).click();
  await dora.getByLabel("Why, for who is invited").fill("The device is late");
  await dora.getByRole("dialog").getByRole("button", { name: "Cancel it" }).click();
  await expect(own.getByRole("button", { name: "Cancel it" })).toHaveCount(0);
});
