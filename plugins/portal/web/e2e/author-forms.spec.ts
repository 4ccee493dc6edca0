import type { Locator, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";
import { newItem } from "./new-item";

const shots = process.env["SHOTS"];

test.slow();

async function choose(within: Locator, label: string, option: string): Promise<void> {
  await within.getByRole("combobox", { name: label, exact: true }).last().click();
  await within.page().locator(".ant-select-item-option:visible").getByText(option, { exact: true }).click();
}

/** The page's head stays in sight and would cover, scrolled, what lies below it. */
async function expectAccessibleFromTop(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await expectAccessible(page);
}

async function publish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
}

async function discard(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
}

const inForce = async (page: Page, path: string) => {
  const answer = await page.context().request.get(`/api/v1/releases/current/file?path=${path}`);
  return answer.ok() ? ((await answer.json()) as { text: string }).text : undefined;
};

test("an admin makes a form, a task asks for it, and who does the task fills it in", async ({ as }) => {
  const page = await as("ada", "/author");
  const stamp = Date.now();
  const form = `measured-${stamp}`;
  await page.getByRole("link", { name: "Forms of steps" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Forms of steps" })).toBeVisible();
  const offer = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "Offer", exact: true }) });
  await expect(offer.getByText("2 fields")).toBeVisible();
  await expect(offer.getByRole("link", { name: "Purchase", exact: true })).toHaveAttribute("href", "/author/purchase-request");
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/forms.png`, fullPage: true });

  // Named after its title; a name that there is is told at once.
  await page.getByRole("button", { name: "New form" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Offer");
  await expect(dialog.getByLabel("Name", { exact: true })).toHaveValue("offer");
  await dialog.getByRole("button", { name: "Open in the builder" }).click();
  await expect(dialog.getByText("There is a form of this name already.")).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel("Title").fill("Measured");
  await dialog.getByLabel("Name", { exact: true }).fill(form);
  await dialog.getByRole("button", { name: "Open in the builder" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Measured" })).toBeVisible();
  await expect(page.getByText("No script asks for it.")).toBeVisible();

  // A yes or no, which has no price here, and what is asked only after a yes.
  const fields = page.getByRole("region", { name: "Fields" });
  const title = fields.getByRole("textbox", { name: "Title of a new field" });
  await title.fill("Something is broken");
  await choose(fields, "Kind of field", "yes or no");
  await fields.getByRole("button", { name: "Add a field" }).click();
  await expect(fields.getByRole("group", { name: "Something is broken", exact: true }).getByText("something_is_broken", { exact: true })).toBeVisible();
  await expect(fields.getByText("Price of a yes")).toHaveCount(0);
  await title.fill("What is broken");
  await choose(fields, "Kind of field", "short text");
  await fields.getByRole("button", { name: "Add a field" }).click();
  const broken = fields.getByRole("group", { name: "What is broken", exact: true });
  await choose(broken, "Asked", "only when");
  await choose(broken, "Answer", "Yes");

  // A table with a column of its own.
  await title.fill("Readings");
  await choose(fields, "Kind of field", "table");
  await fields.getByRole("button", { name: "Add a field" }).click();
  const table = fields.getByRole("group", { name: "Readings", exact: true });
  await table.getByRole("textbox", { name: "Title of a new column" }).fill("Volt");
  await choose(table.getByRole("group", { name: "Columns" }), "Kind of field", "number with decimals");
  await table.getByRole("button", { name: "Add a column" }).click();
  const live = page.getByRole("region", { name: "The form as it is answered" });
  await expect(live.getByRole("textbox", { name: "What is broken" })).toHaveCount(0);
  await live.getByRole("checkbox", { name: "Something is broken" }).check();
  await expect(live.getByRole("textbox", { name: "What is broken" })).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/form.png`, fullPage: true });

  // The text beside it is the same form, and changes it.
  const text = page.getByRole("textbox", { name: "Form as text" });
  await expect(text).toContainText('"something_is_broken"');
  await page.locator(".cm-line", { hasText: '"title": "Measured"' }).click();
  await page.keyboard.press("End");
  for (const key of ["ArrowLeft", "ArrowLeft"]) await page.keyboard.press(key);
  await page.keyboard.type(" on site");
  await expect(page.getByRole("heading", { level: 1, name: "Measured on site" })).toBeVisible();
  await expect(fields.getByRole("button", { name: /^Readings/ }).first()).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await publish(page);
  expect(JSON.parse((await inForce(page, `schemas/forms/${form}.json`)) ?? "")).toMatchObject({
    title: "Measured on site",
    unevaluatedProperties: false,
    properties: { something_is_broken: { type: "boolean" }, readings: { type: "array", items: { properties: { volt: { type: "number" } } } } },
    allOf: [{ if: { properties: { something_is_broken: { const: true } } }, then: { properties: { what_is_broken: { type: "string" } } } }],
  });

  // A scratch item whose task asks for it; another form is begun on the way.
  const item = `meter-${stamp}`;
  await page.getByRole("link", { name: "All forms" }).click();
  await page.getByRole("link", { name: "Catalog and workflows" }).last().click();
  await newItem(page, "Meter", item);
  await page.getByRole("tab", { name: "Script", exact: true }).click();
  await page.locator(".cm-line", { hasText: "assign();" }).click();
  await page.getByRole("button", { name: "Insert a step" }).click();
  await page.getByRole("button", { name: /^Task/ }).click();
  await page.getByLabel("Name of the step").fill("Measure it");
  await page.getByText("More", { exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "Task" });
  await drawer.getByRole("button", { name: "New form" }).click();
  const begin = page.getByRole("dialog", { name: "New form" });
  await begin.getByLabel("Title").fill("Later");
  await begin.getByLabel("Name", { exact: true }).fill(`later-${stamp}`);
  await begin.getByLabel("Name", { exact: true }).press("Enter");
  await expect(begin).toBeHidden();
  await expect(drawer.locator("pre")).toContainText(`form: "later-${stamp}"`);
  await expect(drawer.getByText("Publish this form before the item")).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/forms-palette.png` });
  const picker = drawer.getByLabel("Form for the answer");
  await picker.click();
  await picker.fill(form);
  await page.locator(".ant-select-item-option:visible", { hasText: form }).click();
  await expect(drawer.locator("pre")).toContainText(`form: "${form}"`);
  await drawer.getByRole("button", { name: "Insert", exact: true }).click();
  await expect(drawer).toBeHidden();

  // Beside the script stands the way to its form, and back.
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await page.getByRole("link", { name: form, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Measured on site" })).toBeVisible();
  await page.goBack();
  await expectAccessibleFromTop(page);
  await publish(page);
  await page.getByRole("link", { name: form, exact: true }).click();
  await expect(page.getByRole("link", { name: "Meter", exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Remove the form" })).toBeDisabled();
  await expect(page.getByText("It stays as long as scripts ask for it.")).toBeVisible();

  // A ticket of it: its task is done with the form filled in.
  const ann = await as("ann");
  const answer = await ann.context().request.post("/api/v1/tickets", { data: { item, form: {} }, headers: { Origin: new URL(ann.url()).origin } });
  expect(answer.status(), await answer.text()).toBe(201);
  const { number } = (await answer.json()) as { number: string };
  const dora = await as("dora", `/desk/${number}`);
  const step = dora.getByRole("listitem").filter({ hasText: "Measure it" }).filter({ has: dora.getByRole("checkbox", { name: "Something is broken" }) });
  await expect(step.getByRole("textbox", { name: "What is broken" })).toHaveCount(0);
  await step.getByRole("checkbox", { name: "Something is broken" }).check();
  await step.getByRole("textbox", { name: "What is broken" }).fill("The fuse");
  await step.getByRole("button", { name: "Add: Row" }).click();
  await step.getByRole("textbox", { name: /^What(?! is)/ }).fill("Socket");
  await step.getByLabel("Volt").fill("229.5");
  await expectAccessibleFromTop(dora);
  if (shots) await dora.screenshot({ path: `${shots}/form-answered.png`, fullPage: true });
  await step.getByRole("button", { name: "Done", exact: true }).click();
  await expect(step).toHaveCount(0);
  const steps = await dora.context().request.get(`/api/v1/tickets/${number}/steps`);
  expect(JSON.stringify(await steps.json())).toContain("229.5");
});

test("a field called otherwise is called so in the script that reads its answer", async ({ as }) => {
  const page = await as("ada", "/forms/best-offer");
  await expect(page.getByRole("link", { name: "Purchase", exact: true })).toBeVisible();
  const fields = page.getByRole("region", { name: "Fields" });
  await fields.getByRole("button", { name: /^Supplier/ }).click();
  await fields.getByRole("button", { name: "Rename Supplier" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "New name in scripts" }).fill("dealer");
  // Nothing is sure: only who reads the script can tell.
  await expect(dialog.getByRole("group", { name: "Say the new name here, too:" })).toHaveCount(0);
  const maybe = await dialog.getByRole("checkbox", { name: /purchase-request\.rhai.*best\.supplier/ }).all();
  expect(maybe.length).toBeGreaterThan(0);
  for (const place of maybe) {
    await expect(place).not.toBeChecked();
    await place.check();
  }
  await dialog.getByRole("button", { name: "Rename", exact: true }).click();
  await expect(page.getByText(/Will change:/)).toContainText("schemas/forms/best-offer.json, workflows/purchase-request.rhai");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessibleFromTop(page);

  // Both are published at once, and as they were for whoever tests after this.
  const paths = ["schemas/forms/best-offer.json", "workflows/purchase-request.rhai"];
  const before = await Promise.all(paths.map((path) => inForce(page, path)));
  await publish(page);
  expect(await inForce(page, paths[1] ?? "")).toContain("best.dealer");
  expect(await inForce(page, paths[0] ?? "")).toContain('"dealer"');
  await expect(page.getByText("All is as published.")).toBeVisible();
  const files = Object.fromEntries(paths.map((path, at) => [path, before[at]]));
  const back = await page.context().request.put("/api/v1/releases", { data: { files }, headers: { Origin: new URL(page.url()).origin } });
  expect(back.ok(), await back.text()).toBe(true);
});

test("what is wrong is underlined, what others publish is told, and a form that nobody asks for goes", async ({ as }) => {
  const page = await as("ada", "/forms");
  const name = `scratch-${Date.now()}`;
  const path = `schemas/forms/${name}.json`;
  const origin = new URL(page.url()).origin;
  const put = async (title: string) => {
    const text = `{ "title": "${title}", "type": "object", "required": [], "additionalProperties": false, "properties": { "a": { "title": "A", "type": "string" } } }\n`;
    const answer = await page.context().request.put("/api/v1/releases", { data: { files: { [path]: text } }, headers: { Origin: origin } });
    expect(answer.ok(), await answer.text()).toBe(true);
  };
  await put("First");
  await page.goto(`/forms/${name}`);
  const text = page.getByRole("textbox", { name: "Form as text" });
  await text.click();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("}");
  await expect(page.locator(".cm-lintRange-error").first()).toBeVisible();
  await expect(page.getByText("The text is no JSON now")).toBeVisible();
  await page.getByRole("region", { name: "Findings" }).getByRole("button", { name: /\.json, line 2/ }).first().click();
  await expect(text).toBeFocused();
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.press("Backspace");
  await expect(page.getByText("All is as published.")).toBeVisible();

  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Mine");
  await put("Theirs");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText("Somebody else has published this meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Go on with my text" }).click();
  await publish(page);
  expect(await inForce(page, path)).toContain('"title": "Mine"');
  await page.getByRole("tab", { name: "Versions" }).click();
  await expect(page.getByRole("button", { name: "Changes" })).toHaveCount(3);
  await expectAccessibleFromTop(page);

  await page.getByRole("tab", { name: "Translations" }).click();
  await page.getByRole("textbox", { name: "Русский for “Mine”" }).fill("Моё");
  await expect(page.getByText(/Will change:/)).toContainText("schemas/texts/ru.json");
  await expectAccessibleFromTop(page);
  await discard(page);

  await page.getByRole("button", { name: "Remove the form" }).click();
  await expect(page.getByText("This form goes once you publish.")).toBeVisible();
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Forms of steps" })).toBeVisible();
  expect(await inForce(page, path)).toBeUndefined();
  forgive(page, /422|404/);
});

test("with the keyboard alone a form is begun, a field added and moved", async ({ as }) => {
  const page = await as("ada", "/forms");
  const name = `keys-${Date.now()}`;
  await page.getByRole("button", { name: "New form" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByLabel("Title")).toBeFocused();
  await page.keyboard.type("Keys");
  await page.keyboard.press("Tab");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Keys" })).toBeVisible();
  const fields = page.getByRole("region", { name: "Fields" });
  for (const title of ["One", "Two"]) {
    await fields.getByRole("textbox", { name: "Title of a new field" }).focus();
    await page.keyboard.type(title);
    await page.keyboard.press("Enter");
    await expect(fields.getByRole("button", { name: new RegExp(`^${title}`) }).first()).toBeVisible();
  }
  await fields.getByRole("button", { name: "Move Two up" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(":focus")).toHaveAttribute("aria-label", "Move Two down");
  await page.getByRole("tab", { name: "Form", exact: true }).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Translations" })).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Discard changes" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByRole("button", { name: "Discard changes" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Forms of steps" })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toHaveCount(0);
});

test("on a phone nothing is cut off, and tabs are all in sight", async ({ as }) => {
  const page = await as("ada", "/forms");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole("link", { name: "Offer", exact: true })).toBeVisible();
  await expectFits(page);
  await expectAccessibleFromTop(page);
  await page.goto("/forms/call-quality");
  await expect(page.getByRole("textbox", { name: "Form as text" })).toBeVisible();
  await page.getByRole("button", { name: /^What was wrong/ }).click();
  await expectFits(page);
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/form-phone.png`, fullPage: true });

  await page.goto("/author/purchase-request");
  await expect(page.getByRole("link", { name: "best-offer", exact: true })).toBeVisible();
  for (const tab of await page.getByRole("tab").all()) {
    await expect(tab).toBeInViewport();
    const box = await tab.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360, await tab.innerText()).toBe(true);
  }
  await expectFits(page);
  await expectAccessibleFromTop(page);
  if (shots) await page.screenshot({ path: `${shots}/item-phone.png`, fullPage: true });
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectAccessibleFromTop(page);
  await page.getByRole("tab", { name: "Versions" }).click();
  await expect(page.getByRole("button", { name: "Changes" }).first()).toBeVisible();
  await expectAccessibleFromTop(page);
});

test("who may only read a form is told so", async ({ as }) => {
  const page = await as("ula", "/forms/offer");
  await expect(page.getByText("You may read this form.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Title", exact: true })).toBeDisabled();
  await expect(page.getByRole("button", { name: "Publish", exact: true })).toHaveCount(0);
  await expectAccessibleFromTop(page);
});
