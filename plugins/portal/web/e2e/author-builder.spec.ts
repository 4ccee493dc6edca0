import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

const shots = process.env["SHOTS"];

test.slow();

test("a form is built without a line of JSON: a table, a section, a condition, another name", async ({ as }) => {
  const page = await as("ada", "/author/conference-call?part=form");
  const script = page.getByRole("tab", { name: "Script", exact: true });
  const fields = page.getByRole("region", { name: "Fields" });
  await expect(fields.getByRole("button", { name: /Languages of the invitation/ }).first()).toBeVisible();

  // A table, its second column, and the fewest rows.
  await fields.getByRole("textbox", { name: "Title of a new field" }).fill("Slides");
  await fields.getByRole("combobox", { name: "Kind of field" }).last().click();
  await page.getByText("table", { exact: true }).last().click();
  await fields.getByRole("button", { name: "Add a field" }).click();
  const table = fields.getByRole("group", { name: "Slides", exact: true });
  await table.getByRole("spinbutton", { name: "Fewest rows" }).fill("1");
  await table.getByRole("textbox", { name: "Title of a new column" }).fill("Minutes");
  await table.getByRole("button", { name: "Add a column" }).click();
  const live = page.getByRole("region", { name: "The form as people see it" });
  await expect(live.getByText("Minutes", { exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-table.png`, fullPage: true });

  // Asked only when another field says so.
  await table.getByRole("combobox", { name: "Asked" }).click();
  await page.getByText("only when", { exact: true }).last().click();
  await expect(live.getByText("Minutes", { exact: true })).toHaveCount(0);
  await expect(table.getByRole("combobox", { name: "Field that decides" })).toBeVisible();

  // A section, and the field in it.
  await fields.getByRole("textbox", { name: "Title of a new section" }).fill("On the day");
  await fields.getByRole("button", { name: "Add a section" }).click();
  await table.getByRole("combobox", { name: "Section" }).click();
  await page.getByText("On the day", { exact: true }).last().click();
  await expect(fields.getByRole("group", { name: "Section On the day" }).getByRole("textbox")).toHaveValue("On the day");
  await fields.getByRole("button", { name: /^Slides/ }).click();

  // A field moves by the keyboard, and the hand stays on it.
  const ups = fields.getByRole("button", { name: /^Move .* down$/, disabled: false });
  const name = await ups.first().getAttribute("aria-label");
  await ups.first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", name ?? "");

  // Called otherwise, the script says the new name.
  await fields.getByRole("button", { name: /^It is recorded|recorded/i }).first().click();
  await fields.getByRole("button", { name: /^Rename/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "New name in scripts" }).fill("purpose");
  await expect(dialog.getByRole("alert")).toHaveText("The form says this name already.");
  await dialog.getByRole("textbox", { name: "New name in scripts" }).fill("on_tape");
  const meant = dialog.getByRole("group", { name: "Say the new name here, too:" }).getByRole("checkbox");
  await expect(meant).toHaveCount(2);
  await expect(meant.first()).toBeChecked();
  // In the scenarios only one who reads them can tell.
  const maybe = dialog.getByRole("checkbox", { name: /tests.*let more = #\{ recorded: true/ });
  await expect(maybe).not.toBeChecked();
  await maybe.check();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/builder-rename.png` });
  await dialog.getByRole("button", { name: "Rename" }).click();
  await expect(fields.getByText("form.on_tape")).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessible(page);
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
