import type { Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, test } from "./portal";

const shots = process.env["SHOTS"];

test.slow();

const steps = ["Approval", "Cost confirmation", "Question", "Task", "Hand out the work", "Assign", "Open a ticket", "Call a plugin", "Wait", "Wait for an event", "Service level", "Side by side", "First of several", "Notify", "Resolve", "Reject"];

/** The step's small form, with what only the author can choose. */
async function choose(page: Page, step: string): Promise<void> {
  await page.getByRole("button", { name: "Insert a step" }).click();
  await page.getByRole("listitem").getByRole("button", { name: new RegExp(`^${step}(?! for)`) }).click();
  await expect(page.getByRole("heading", { name: "What will be inserted" })).toBeVisible();
  if (step === "Open a ticket") {
    await pick(page, "Item of the catalog", "Password reset");
    await expect(page.locator("pre")).toContainText('system: "windows"');
  }
  if (step === "Call a plugin") {
    await pick(page, "Function", "asset::reserve");
    await expect(page.locator("pre")).toContainText("model: form.model");
  }
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true });
  await field.click();
  // Of a long list only a part is drawn.
  if (await field.isEditable()) await field.fill(option);
  await page.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: option }).first().click();
}

const insert = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "Insert", exact: true }).click();
const selected = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? "");

test("the desk has nothing against any step of the palette", async ({ as }) => {
  const page = await as("ada", "/author/laptop");
  await page.locator(".cm-line", { hasText: "assign();" }).click();
  for (const step of steps) {
    await choose(page, step);
    const text = (await page.locator("pre").textContent()) ?? "";
    const checked = page.waitForResponse((answer) => answer.url().endsWith("/releases/check"));
    await insert(page);
    await expect(page.getByRole("dialog")).toBeHidden();
    expect(await (await checked).json(), text).toEqual({ faults: [], warnings: [] });
    await expect(page.getByText("Nothing found.")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Script" })).toBeFocused();
    expect((await selected(page)).trim()).toBe(text);
    await page.keyboard.press("ControlOrMeta+z");
    await expect(page.getByText("All is as published.")).toBeVisible();
  }
});

test("a step is filled in, looked at and put between two others", async ({ as }) => {
  const page = await as("ada", "/author/laptop");
  await page.locator(".cm-line", { hasText: 'group("finance")' }).click();
  await page.getByRole("button", { name: "Insert a step" }).click();
  await expect(page.getByRole("dialog", { name: "Insert a step" })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/palette.png` });
  await page.getByRole("button", { name: /^Task/ }).click();
  const name = page.getByLabel("Name of the step");
  await name.fill("");
  await insert(page);
  await expect(page.getByText("Say it in a few words.")).toBeVisible();
  await expect(name).toBeFocused();
  const more = page.getByText("More", { exact: true });
  const keep = page.getByLabel("Keep the answer as");
  await more.click();
  await keep.fill("ticket");
  await more.click();
  await name.fill("One");
  await insert(page);
  await expect(keep).toBeFocused();
  await keep.fill("");
  await more.click();
  await name.fill('Проверить "准备" \\ `now`');
  await pick(page, "Which group", "line-2");
  await page.getByLabel("Points to tick off").fill("one\ntwo");
  await pick(page, "Time for an answer", "Within");
  await page.getByLabel("How many", { exact: true }).fill("3");
  await pick(page, "When nobody answers", "Ask more people");
  await pick(page, "Asked next", "line-3");
  await expect(page.locator("pre")).toHaveText(
    'task("Проверить \\"准备\\" \\\\ `now`", group("line-2"), #{\n    checklist: ["one", "two"],\n    within: "3wd",\n    on_timeout: "escalate",\n    escalate_to: group("line-3"),\n});',
  );
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/palette-form.png` });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  if (shots) await page.screenshot({ path: `${shots}/palette-phone.png` });
  await page.setViewportSize({ width: 1280, height: 800 });
  await name.press("Enter");
  await expect(page.getByRole("dialog")).toBeHidden();
  // As far in as its neighbours.
  await expect(page.locator(".cm-line", { hasText: "Проверить" })).toHaveText(/^ {4}task\(/);
  await expect(page.locator(".cm-line", { hasText: "escalate_to" })).toHaveText(/^ {8}escalate_to/);
  await expect(page.getByText("Will change:")).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/palette-inserted.png` });
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("All is as published.")).toBeVisible();
});

test("the words of scenarios are offered", async ({ as }) => {
  const page = await as("ada", "/author/password-reset?part=scenarios");
  await page.getByRole("textbox", { name: "Scenarios" }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("fn test_it_rests() { sta");
  await expect(page.getByRole("option", { name: /^start/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.type("rt(#{}).sil");
  await expect(page.getByRole("option", { name: /^silence/ })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/scenario-words.png` });
});

test("a step is taken with one answer of the form alone, and goes before the end", async ({ as }) => {
  const page = await as("ada", "/author/laptop");
  await page.getByRole("textbox", { name: "Script" }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.getByRole("button", { name: "Insert a step" }).click();
  await page.getByRole("listitem").getByRole("button", { name: /^Task/ }).click();
  await pick(page, "Only if", "Model");
  await insert(page);
  await expect(page.getByText("Choose the answer.")).toBeVisible();
  await pick(page, "The answer is", "Pro 16");
  await expect(page.locator("pre")).toContainText('if form.model == "pro" {');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/palette-only-if.png` });
  await insert(page);
  await expect(page.getByText("Nothing found.")).toBeVisible();
  const script = (await page.getByRole("textbox", { name: "Script" }).innerText()).split("\n").filter((line) => line.trim() !== "");
  expect(script.at(-1)).toContain("resolve(");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
});
