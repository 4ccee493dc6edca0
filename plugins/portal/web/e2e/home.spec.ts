import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

test("who is not signed in is asked to, and is then where they wanted to go", async ({ page }) => {
  await page.goto("/?q=laptop");
  await expect(page).toHaveTitle(/Sign in/);
  await expectAccessible(page);
  await page.getByLabel("Username").fill("ann");
  await page.locator("input[type=password]").fill("ann");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Hits" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Laptop A new or replacement laptop." })).toBeVisible();
  expect(page.url()).toContain("?q=laptop");
});

test("a wrong password is told at the form, which keeps the name", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Username").fill("ann");
  await page.locator("input[type=password]").fill("wrong");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText("not right");
  await expect(page.getByLabel("Username")).toHaveValue("ann");
  forgive(page, /401/);
});

test("whatever is searched for, the last hit is something else", async ({ as }) => {
  const page = await as("ann");
  await page.getByRole("searchbox").fill("qqqq");
  await expect(page.locator(".item")).toHaveCount(1);
  await expect(page.locator(".item")).toContainText("Something else");
  await page.getByRole("searchbox").fill("lap");
  await expect(page.locator(".item").first()).toContainText("Laptop");
  await expect(page.locator(".item").last()).toContainText("Something else");
});

test("what was searched for is what it is about, and what was begun is found again", async ({ as }) => {
  const page = await as("mia");
  const { items } = (await (await page.request.get("/api/v1/drafts")).json()) as { items: { key: string }[] };
  const headers = { Origin: new URL(page.url()).origin };
  for (const { key } of items) await page.request.delete(`/api/v1/drafts/${encodeURIComponent(key)}`, { headers });
  await page.getByRole("searchbox").fill("A squeaking chair");
  await page.getByRole("link", { name: /^Something else/ }).click();
  const about = page.getByLabel("What is it about");
  await expect(about).toHaveValue("A squeaking chair");
  await about.fill("My chair squeaks");
  await expect(page.getByText("Your draft is kept.")).toBeVisible();

  // The words of the address do not go over those of the draft.
  await page.reload();
  await expect(about).toHaveValue("My chair squeaks");

  await page.goto("/");
  const own = page.getByRole("region", { name: "My open requests" });
  await expect(own).toContainText("Begun, not sent: Something else");
  await own.getByRole("link", { name: "Something else" }).click();
  await expect(about).toHaveValue("My chair squeaks");

  await page.goto("/requests");
  const begun = page.getByRole("region", { name: "Begun, not sent" });
  await expect(begun.getByRole("link", { name: "Go on: Something else" })).toBeVisible();
  await begun.getByRole("button", { name: "Throw away: Something else" }).click();
  await expect(begun.getByText("Thrown away.")).toBeVisible();
  await expectAccessible(page);

  // Not in this tab either.
  await page.goto("/catalog/general-request");
  await expect(about).toHaveValue("");
});

test("words that only name an item are not what it is about", async ({ as }) => {
  const page = await as("mia", "/?q=incident");
  await page.getByRole("link", { name: /^Report an incident/ }).click();
  await expect(page.getByLabel("In a few words: what is wrong")).toHaveValue("");
});

const titles = { en: "What do you need?", zh: "您需要什么？", ru: "Что вам нужно?" };

for (const [language, title] of Object.entries(titles)) {
  for (const scheme of ["light", "dark"] as const) {
    for (const width of [1280, 360]) {
      test(`home: ${language}, ${scheme}, ${width} wide`, async ({ as }) => {
        const page = await as("ann");
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        await page.evaluate((tongue) => localStorage.setItem("maitred.language", tongue), language);
        await page.reload();
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await expect(page.locator(".item").first()).toBeVisible();
        await expectFits(page);
        await expectAccessible(page);
      });
    }
  }
}

test("by keyboard alone: past the header, into the search, to an item", async ({ as }) => {
  const page = await as("ann");
  await expect(page.locator(".item").first()).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("searchbox")).toBeFocused();
});

test("the language is chosen in the header and kept", async ({ as }) => {
  const page = await as("ann");
  await page.getByRole("button", { name: /^Language/ }).click();
  await page.getByRole("menuitem", { name: "Русский" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles.ru);
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(titles.ru);
  // It is the account's, too: another browser comes up in it, and there it is put back.
  const elsewhere = await as("ann");
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(titles.ru);
  await elsewhere.getByRole("button", { name: /^Язык/ }).click();
  await elsewhere.getByRole("menuitem", { name: "English" }).click();
  await expect(elsewhere.getByRole("heading", { level: 1 })).toHaveText(titles.en);
});

test("a session that ends is taken up again on the same page", async ({ as }) => {
  const page = await as("mia");
  await page.getByRole("searchbox").fill("lap");
  await expect(page.locator(".item").first()).toContainText("Laptop");
  await page.context().clearCookies();
  await page.getByRole("searchbox").fill("printer");
  await expect(page.getByRole("dialog")).toContainText("sign in again");
  await expectAccessible(page);
  await page.getByRole("dialog").locator("input[type=password]").fill("mia");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.locator(".item").first()).toContainText(/printer/i);
  await expect(page.getByRole("searchbox")).toHaveValue("printer");
  forgive(page, /401/);
});

test("an address without a page says so", async ({ as }) => {
  const page = await as("ann", "/nowhere");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page");
  await page.getByRole("link", { name: "To the start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
