import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

const shots = process.env["SHOTS"];

test.slow();

async function choose(within: Locator, label: string, option: string): Promise<void> {
  const picker = within.getByRole("combobox", { name: label, exact: true }).last();
  await picker.click();
  await within.page().locator(".ant-select-item-option:visible").getByText(option, { exact: true }).click();
}

/** The page's head stays in sight and would cover, scrolled, what lies below it. */
async function expectAccessibleFromTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
}

test("a form is built without a line of JSON: a table, a section, a condition, another name", async ({ as }) => {
  const page = await as("ada", "/author/conference-call?part=form");
  const script = page.getByRole("tab", { name: "Script", exact: true });
  const fields = page.getByRole("region", { name: "Fields" });
  await expect(fields.getByRole("button", { name: /Languages of the invitation/ }).first()).toBeVisible();

  // A table, its second column, and the fewest rows.
  await fields.getByRole("textbox", { name: "Title of a new field" }).fill("Slides");
  await choose(fields, "Kind of field", "table");
  await fields.getByRole("button", { name: "Add a field" }).click();
  const table = fields.getByRole("group", { name: "Slides", exact: true });
  await table.getByRole("spinbutton", { name: "Fewest rows" }).fill("1");
  await table.getByRole("textbox", { name: "Title of a new column" }).fill("Speaker");
  await table.getByRole("button", { name: "Add a column" }).click();
  const live = page.getByRole("region", { name: "The form as people see it" });
  await live.getByRole("button", { name: "Add: Row" }).click();
  await expect(live.getByRole("textbox", { name: "Speaker" })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/builder-table.png`, fullPage: true });
  await expectAccessibleFromTop(page);

  // Asked only when another field says so.
  await choose(table, "Asked", "only when");
  await choose(table, "Field that decides", "People from outside join");
  // None is chosen before the author has chosen one.
  await expect(table.getByText("Choose the answer that decides.")).toBeVisible();
  await expect(live.getByRole("textbox", { name: "Speaker" })).toBeVisible();
  await choose(table, "Answer", "Yes");
  await expect(live.getByRole("textbox", { name: "Speaker" })).toHaveCount(0);
  await live.getByRole("checkbox", { name: "People from outside join" }).check();
  await expect(live.getByRole("textbox", { name: "Speaker" })).toBeVisible();

  // A section, and the field in it.
  await fields.getByRole("textbox", { name: "Title of a new section" }).fill("On the day");
  await fields.getByRole("button", { name: "Add a section" }).click();
  await choose(table, "Section", "On the day");
  await expect(fields.getByRole("group", { name: "Section On the day" }).getByRole("textbox")).toHaveValue("On the day");
  await fields.getByRole("button", { name: /^Slides/ }).click();

  // A field moves by the keyboard, and the hand stays on it.
  const ups = fields.getByRole("button", { name: /^Move .* down$/, disabled: false });
  const name = await ups.first().getAttribute("aria-label");
  await ups.first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", name ?? "");

  // Called otherwise, the script says the new name.
  await fields.getByRole("button", { name: /^It is to be recorded/ }).first().click();
  await fields.getByRole("button", { name: /^Rename/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "New name in scripts" }).fill("purpose");
  await expect(dialog.getByRole("alert")).toHaveText("The form says this name already.");
  await dialog.getByRole("textbox", { name: "New name in scripts" }).fill("on_tape");
  const meant = dialog.getByRole("group", { name: "Say the new name here, too:" }).getByRole("checkbox");
  await expect(meant).toHaveCount(1);
  await expect(meant).toBeChecked();
  // In the scenarios only one who reads them can tell.
  const maybe = dialog.getByRole("checkbox", { name: /tests.*let more = #\{ recorded: true/ });
  await expect(maybe).not.toBeChecked();
  await maybe.check();
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-rename.png` });
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(fields.getByText("form.on_tape")).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessibleFromTop(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-phone.png`, fullPage: true });
  await page.setViewportSize({ width: 1280, height: 800 });
  await script.click();
  await expect(page.getByRole("textbox", { name: "Script" })).toContainText("form.on_tape");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  forgive(page, /422/);
});

test("what is said of the item, a window, choices and a list is edited in the builder, on a phone, too", async ({ as }) => {
  const page = await as("ada", "/author/standard-change?part=form");
  const fields = page.getByRole("region", { name: "Fields" });
  await page.getByText("About the item", { exact: true }).click();
  await expect(page.getByRole("textbox", { name: "What people read" })).toHaveValue("Standard change");
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-about.png`, fullPage: true });
  await page.getByText("About the item", { exact: true }).click();
  for (const [title, control] of [
    [/^Window/, "Title of the end"],
    [/^Services/, "One of them is called"],
    [/^How it was tested/, "Filled in beforehand"],
    [/^Risk/, "What scripts call Low: done often, easily undone"],
  ] as const) {
    await fields.getByRole("button", { name: title }).click();
    await expect(fields.getByRole("textbox", { name: control })).toBeVisible();
    await expectAccessibleFromTop(page);
    if (shots) await page.screenshot({ path: `${shots}/builder-${control.length}.png`, fullPage: true });
    await page.setViewportSize({ width: 360, height: 740 });
    await expectFits(page);
    if (shots) await page.screenshot({ path: `${shots}/builder-${control.length}-phone.png`, fullPage: true });
    await page.setViewportSize({ width: 1280, height: 800 });
  }
  // A choice called otherwise is called so in the conditions that name it.
  await fields.getByRole("textbox", { name: "What scripts call High: new, or hard to undo" }).fill("grave");
  await page.keyboard.press("Enter");
  await expect(fields.getByRole("alert")).toContainText('if form.risk == "high" {');
  await fields.getByRole("button", { name: /^How it was tested/ }).click();
  await expect(fields.getByRole("group", { name: "Asked" })).toContainText("Medium: done before");
  await expect(fields.getByRole("group", { name: "Asked" })).toContainText("High: new, or hard to undo");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  forgive(page, /422/);
});

test("a wrong price is told where it is typed, and a choice is called as its title", async ({ as }) => {
  const page = await as("ada", "/author/conference-call?part=form");
  const fields = page.getByRole("region", { name: "Fields" });
  await fields.getByRole("textbox", { name: "Title of a new field" }).fill("Stand");
  await choose(fields, "Kind of field", "choice");
  await fields.getByRole("button", { name: "Add a field" }).click();
  const stand = fields.getByRole("group", { name: "Stand", exact: true });
  await stand.getByRole("textbox", { name: "Choice", exact: true }).fill("Large, 36 m²");
  await expect(stand.getByRole("textbox", { name: "What scripts call Large, 36 m²" })).toHaveValue("large_36_m");
  const price = stand.getByRole("textbox", { name: "Price of Large, 36 m²" });
  const live = page.getByRole("region", { name: "The form as people see it" });
  for (const wrong of ["abc", "6,400", "6400.555"]) {
    await price.fill(wrong);
    await expect(stand.getByRole("alert")).toContainText("This is no price.");
  }
  await price.fill("6400,50");
  await expect(stand.getByRole("alert")).toHaveCount(0);
  await expect(live.getByText("€6,400.50")).toBeVisible();
  // Beside the fields, as long as there is room.
  const [left, right] = [await stand.boundingBox(), await live.boundingBox()];
  expect(right!.x).toBeGreaterThan(left!.x + left!.width);
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-price.png` });
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  forgive(page, /422/);
});
