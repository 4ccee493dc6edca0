import { expect, expectAccessible, expectFits, forgive, test } from "./portal";
import { newItem } from "./new-item";

const shots = process.env["SHOTS"];

test.slow();

test("an admin finds an item, sees all its ways and what is wrong with a script", async ({ as }) => {
  const page = await as("ada", "/author");
  await expect(page.getByRole("heading", { level: 1, name: "Catalog and workflows" })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/author.png` });
  await page.getByRole("searchbox", { name: "Find an item" }).fill("laptop");
  await page.getByRole("link", { name: "Laptop", exact: true }).click();
  const editor = page.getByRole("textbox", { name: "Script" });
  await expect(editor).toContainText("manager_of(requested_for)");
  await page.getByText("As a list", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Hand over" })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/editor.png`, fullPage: true });

  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("approvall();");
  await expect(page.getByText("1 finding", { exact: true })).toBeVisible();
  await expect(page.locator(".cm-lintRange-error")).toBeVisible();
  forgive(page, /422/);
  if (shots) await page.screenshot({ path: `${shots}/finding.png` });

  await page.reload();
  await expect(page.getByText("Your changes from last time are still here")).toBeVisible();
  forgive(page, /422/);
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  // What was found once more after the reload may be told late.
  forgive(page, /422/);
});

test("the words of the language are offered", async ({ as }) => {
  const page = await as("ada", "/author/laptop");
  await page.getByRole("textbox", { name: "Script" }).click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("confirm_");
  await expect(page.getByRole("option", { name: /confirm_cost/ })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/words.png` });
  await page.keyboard.press("Escape");
  for (const _ of "confirm_") await page.keyboard.press("Backspace");
  await page.keyboard.type("form.");
  await expect(page.getByRole("option", { name: /model\s*Model/ })).toBeVisible();
  await expect(page.getByRole("option", { name: /confirm_cost/ })).toHaveCount(0);
  forgive(page, /422/);
});

test("a new item is published, changed and taken back", async ({ as }) => {
  const page = await as("ada", "/author");
  const name = `badge-${Date.now()}`;
  await newItem(page, "Badge", name);
  await page.getByRole("tab", { name: "Script", exact: true }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  await page.getByText("As a list", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Line manager" })).toBeVisible();

  const editor = page.getByRole("textbox", { name: "Script" });
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("// more");
  await expect(page.getByText("No open ticket is carried by this workflow.")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  await page.getByRole("tab", { name: "Versions" }).click();
  // The script was published twice, the form once.
  await expect(page.getByRole("button", { name: "Changes" })).toHaveCount(3);
  await page.getByRole("button", { name: "Changes" }).first().click();
  await expect(page.locator(".diff-added")).toContainText("// more");
  if (shots) await page.screenshot({ path: `${shots}/versions.png` });
  await page.getByRole("button", { name: "Take this text" }).click();
  await page.getByRole("tab", { name: "Script" }).click();
  await expect(editor).not.toContainText("// more");
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
});

test("a broken form is underlined before it is published", async ({ as }) => {
  const page = await as("ada", "/author/laptop?part=schema");
  await page.getByText("As a list", { exact: true }).click();
  await page.locator(".cm-line", { hasText: /"type": "object",/ }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("s");
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await expect(page.getByRole("region", { name: "Findings" }).getByRole("button", { name: /laptop\.json/ }).first()).toBeVisible();
  await expect(page.getByText("The texts have faults: these are the ways from before.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Hand over" })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/broken-form.png` });
  await page.keyboard.press("Backspace");
  await expect(page.getByText("All is as published.")).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expect(page.getByText("these are the ways from before")).toBeHidden();
});

test("the ways of a new item are drawn before it is published", async ({ as }) => {
  const page = await as("ada", "/author");
  await newItem(page, "Key", `key-${Date.now()}`);
  await page.getByRole("tab", { name: "Script", exact: true }).click();
  await page.getByText("As a list", { exact: true }).click();
  await expect(page.getByRole("button", { name: "Line manager" })).toBeVisible();
  await page.locator(".cm-line", { hasText: "approval(" }).click();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.type('task("Cut the key", group("service-desk"));');
  await expect(page.getByRole("button", { name: "Cut the key" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish" })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/new-ways.png` });
  await page.getByRole("tab", { name: "Scenarios" }).click();
  await page.getByRole("button", { name: "Begin with one" }).click();
  await page.getByRole("button", { name: "Run the scenarios" }).click();
  await expect(page.getByText("1 scenario passed.")).toBeVisible();
  await expect(page.getByText("No scenario goes here:")).toBeVisible();
});

test("a scenario fails, is mended and passes", async ({ as }) => {
  const page = await as("ada", "/author/password-reset?part=scenarios");
  const editor = page.getByRole("textbox", { name: "Scenarios" });
  await expect(editor).toContainText("test_who_calls_is_verified_first");
  await editor.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type('fn test_it_is_one_step() { start(#{ system: "erp" }).open("Finance"); }');
  await page.getByRole("button", { name: "Run the scenarios" }).click();
  await expect(page.getByText("1 failed.")).toBeVisible();
  const failed = page.getByRole("listitem").filter({ hasText: "it is one step" });
  await expect(failed).toContainText('"Finance" is not open');
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/scenario-failed.png`, fullPage: true });
  await failed.getByRole("button", { name: /password-reset\.rhai, line/ }).click();
  await expect(editor).toBeFocused();
  await page.locator(".cm-line", { hasText: "test_it_is_one_step" }).getByText('"Finance"', { exact: true }).dblclick();
  await page.keyboard.type("Reset the password");
  await expect(page.getByText("The texts have changed since; run them again.")).toBeVisible();
  await page.getByRole("button", { name: "Run the scenarios" }).click();
  await expect(page.getByText("5 scenarios passed.")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ways that they went" })).toBeVisible();
  if (shots) await page.screenshot({ path: `${shots}/scenario-passed.png`, fullPage: true });
});

test("translations stand beside what the item shows", async ({ as }) => {
  const page = await as("ada", "/author/password-reset?part=translations");
  const russian = page.getByRole("textbox", { name: "Русский for “Password reset”" });
  await expect(russian).toHaveValue(/[а-я]/);
  await expect(page.getByRole("textbox", { name: "简体中文 for “Reset the password”" })).toBeVisible();
  await russian.fill("Новый пароль");
  await expect(page.getByText("schemas/texts/ru.json")).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/translations.png`, fullPage: true });
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
});

test("on a phone nothing is cut off", async ({ as }) => {
  const page = await as("ada", "/author");
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await page.goto("/author/laptop");
  await expect(page.getByRole("textbox", { name: "Script" })).toBeVisible();
  await expect(page.getByText("As a list", { exact: true })).toBeVisible();
  await expectFits(page);
  if (shots) await page.screenshot({ path: `${shots}/editor-phone.png`, fullPage: true });
});
