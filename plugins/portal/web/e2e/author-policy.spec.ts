import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

const shots = process.env["SHOTS"];
const file = "workflows/policy.toml";
const sections = ["general", "desks", "calendars", "priority", "levels", "steps", "holds", "closing", "work", "rest"] as const;

test.slow();

async function inForce(page: Page): Promise<string> {
  const answer = await page.context().request.get(`/api/v1/releases/current/file?path=${file}`);
  return ((await answer.json()) as { text: string }).text;
}

async function release(page: Page, text: string): Promise<void> {
  const put = await page.context().request.put("/api/v1/releases", { data: { files: { [file]: text } }, headers: { Origin: new URL(page.url()).origin } });
  expect(put.ok(), await put.text()).toBe(true);
}

/** What is in force before a story, to which the desk goes back whatever comes of it. */
async function atFirst(page: Page): Promise<string> {
  const text = await inForce(page);
  goBack = async () => void ((await inForce(page)) === text || (await release(page, text)));
  return text;
}

let goBack: (() => Promise<void>) | undefined;

test.afterEach(async () => {
  await goBack?.();
  goBack = undefined;
});

async function open(page: Page, section: string): Promise<void> {
  await page.getByRole("navigation", { name: "Parts of the rules" }).getByRole("link", { name: section }).click();
  await expect(page.getByRole("heading", { level: 2, name: section })).toBeVisible();
}

/** A card by how its line begins. */
const card = (page: Page, name: string) => page.locator("button.policy-open").filter({ hasText: new RegExp(`^${name}`) });

async function choose(page: Page, box: string, option: string): Promise<void> {
  await page.getByRole("combobox", { name: box, exact: true }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle(option, { exact: true }).click();
}

test("an admin changes a holiday, a priority and a promise, and the file keeps its words", async ({ as }) => {
  const page = await as("ada", "/author");
  await page.getByRole("link", { name: "Rules of the desk" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Rules of the desk" })).toBeVisible();
  const before = await atFirst(page);
  await expect(page.getByRole("textbox", { name: "Currency" })).toHaveValue("EUR");

  await open(page, "Calendars");
  await card(page, "berlin").click();
  await page.getByLabel("New day: Holidays").fill("2026-12-24");
  await page.getByRole("button", { name: "Add to Holidays" }).click();
  await expect(page.getByRole("list", { name: "Holidays" }).getByRole("listitem")).toHaveText([/2026-12-24/, /2026-12-25/, /2027-01-01/]);

  await open(page, "Priority");
  await choose(page, "Person, Normal", "P3");
  await open(page, "Service levels");
  await card(page, "hardware").click();
  await page.getByRole("spinbutton", { name: "Resolution, P1", exact: true }).fill("2");
  if (shots) await page.screenshot({ path: `${shots}/policy-levels.png`, fullPage: true });

  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  const after = await inForce(page);
  expect(after.split("\n")).toHaveLength(before.split("\n").length);
  const changed = after.split("\n").filter((line, at) => line !== before.split("\n")[at]);
  expect(changed).toEqual([
    expect.stringMatching(/^holidays = \["2026-12-24", ?"2026-12-25", ?"2027-01-01"\]$/),
    'person       = ["P4", "P3", "P3", "P3"]',
    expect.stringContaining('P1 = "2wd", P2 = "2wd"'),
  ]);
  const comments = (text: string) => text.match(/#.*$/gm);
  expect(comments(after)).toEqual(comments(before));
});

test("forms and text are one draft", async ({ as }) => {
  const page = await as("ada", "/policy/general");
  const before = await atFirst(page);
  const currency = page.getByRole("textbox", { name: "Currency" });
  await currency.fill("CHF");
  await open(page, "As text");
  const editor = page.getByRole("textbox", { name: "Rules as TOML" });
  await expect(editor).toContainText('"CHF"');
  if (shots) await page.screenshot({ path: `${shots}/policy-text.png`, fullPage: true });

  // What is no TOML has no forms, but a way to the line.
  await editor.click();
  await page.keyboard.press("ControlOrMeta+Home");
  await page.keyboard.type("oops\n");
  await page.getByRole("link", { name: "General", exact: true }).click();
  await expect(page.getByText("The text cannot be read as TOML")).toBeVisible();
  await page.getByRole("button", { name: "Go to line 1" }).click();
  await expect(editor).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Delete");
  forgive(page, /422/);

  // What the desk finds leads to its control.
  await open(page, "General");
  await expect(currency).toHaveValue("CHF");
  await currency.fill("euro");
  const findings = page.getByRole("region", { name: "Findings" });
  await expect(findings.getByText(/ISO 4217/)).toBeVisible();
  await open(page, "Closing");
  await findings.getByRole("button", { name: /^policy.toml, line/ }).click();
  await expect(currency).toBeFocused();
  forgive(page, /422/);

  // The desk is gone for a moment: nothing of what was said is lost.
  await page.route("**/api/v1/policy/write", (route) => route.abort());
  await currency.fill("USD");
  await expect(page.getByRole("alert").getByRole("button", { name: /again/i })).toBeVisible();
  await page.unroute("**/api/v1/policy/write");
  await page.reload();
  await expect(currency).toHaveValue("USD");
  await open(page, "As text");
  await expect(editor).toContainText('"USD"');
  forgive(page, /ERR_FAILED/);

  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  await open(page, "General");
  await expect(currency).toHaveValue("EUR");
  expect(await inForce(page)).toBe(before);
});

test("cards are added, named, ordered and removed, and names in the rules follow", async ({ as }) => {
  const page = await as("ada", "/policy/calendars");
  await page.getByLabel("New: Calendar").fill("kazan");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "kazan", exact: true })).toHaveAttribute("aria-expanded", "true");
  await card(page, "berlin").click();
  const name = page.getByRole("textbox", { name: "Calendar", exact: true }).first();
  await name.fill("office");
  await name.press("Enter");
  await expect(page.getByRole("button", { name: "office", exact: true })).toBeVisible();
  await open(page, "Desks and intake");
  await expect(card(page, "hq")).toContainText("Calendar: office");
  await page.getByRole("button", { name: "Add: Rule" }).click();
  await choose(page, "Kind", "Incident");
  await expect(page.getByRole("button", { name: "Kind: Incident", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Kind: Incident up" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  // At the top the hand is on the other button.
  await expect(page.getByRole("button", { name: "Kind: Incident down" })).toBeFocused();
  await page.getByRole("button", { name: "Remove Kind: Incident" }).click();
  await expect(page.getByRole("button", { name: "Kind: Incident", exact: true })).toBeHidden();
  forgive(page, /422/);
});

test("by keyboard alone", async ({ as }) => {
  const page = await as("ada", "/policy/rest");
  await atFirst(page);
  const link = page.getByRole("navigation", { name: "Parts of the rules" }).getByRole("link", { name: "Holds and returns" });
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "Holds and returns" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(card(page, "customer")).toBeFocused();
  await page.keyboard.press("Space");
  for (let steps = 0; steps < 40; steps++) {
    await page.keyboard.press("Tab");
    if (await page.getByRole("spinbutton", { name: "Given up after" }).evaluate((field) => field === document.activeElement)) break;
  }
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7");
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  for (let steps = 0; steps < 120; steps++) {
    await page.keyboard.press("Tab");
    if (await page.getByRole("button", { name: "Publish" }).evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  expect(await inForce(page)).toContain('give_up = "7wd"');
});

test("what two admins change is brought together", async ({ as }) => {
  const page = await as("ada", "/policy/general");
  const before = await atFirst(page);
  await page.getByRole("textbox", { name: "Currency" }).fill("CHF");
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  const theirs = before.replace("max_levels = 3 ", "max_levels = 4 # more patient\n#");
  expect(theirs).not.toBe(before);
  await release(page, theirs);
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Somebody else has published this meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Go on with my text" }).click();
  await open(page, "Steps");
  await expect(page.getByRole("spinbutton", { name: "Levels of escalation" })).toHaveValue("4");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  expect(await inForce(page)).toBe(theirs.replace('"EUR"', '"CHF"'));
});

test("who may not publish them reads them", async ({ as }) => {
  const page = await as("sam", "/policy/priority");
  await expect(page.getByText("You may read the rules. Admins publish them.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Person, Normal", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: /add|remove/i })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Publish", exact: true })).toHaveCount(0);
  await open(page, "Service levels");
  await card(page, "hardware").click();
  await expect(page.getByRole("spinbutton", { name: "Resolution, P1", exact: true })).toHaveValue("1");
  await expect(page.getByRole("spinbutton", { name: "Resolution, P1", exact: true })).not.toBeEditable();
  await page.evaluate(() => window.scrollTo(0, 0));
  await expectAccessible(page);
  await open(page, "As text");
  await expect(page.getByRole("textbox", { name: "Rules as TOML" })).toContainText("currency");
});

test("every part is accessible, in the light and in the dark, and fits a phone", async ({ as }) => {
  const page = await as("ada", "/policy/general");
  for (const section of [...sections, "text"]) {
    await page.goto(`/policy/${section}`);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    if (section === "text") await expect(page.getByRole("textbox", { name: "Rules as TOML" })).toBeVisible();
    const card = page.locator(".policy-open").first();
    if (await card.isVisible()) await card.click();
    // What is under the head of the page would count as too small to be hit.
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
    if (shots) await page.screenshot({ path: `${shots}/policy-${section}-dark.png`, fullPage: true });
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 360, height: 740 });
    await expectFits(page);
    if (shots) await page.screenshot({ path: `${shots}/policy-${section}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

test("what the rules were before is there, and comes back into the text", async ({ as }) => {
  const page = await as("ada", "/policy/versions");
  const before = await atFirst(page);
  await release(page, `${before}# A word at the end.\n`);
  await page.reload();
  await expect(page.getByRole("heading", { level: 2, name: "Versions" })).toBeVisible();
  await page.getByRole("button", { name: "Changes" }).first().click();
  await expect(page.locator(".diff-added")).toContainText("# A word at the end.");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Take this text" }).first().click();
  await expect(page.getByRole("heading", { level: 2, name: "As text" })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  expect(await inForce(page)).toBe(before);
});
