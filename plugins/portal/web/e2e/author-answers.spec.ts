import { expect, expectAccessible, test } from "./portal";

const shots = process.env["SHOTS"];

test.slow();

const form = (title: string) => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title,
  description: title,
  "x-catalog": { kind: "request", category: "technical" },
  type: "object",
  required: ["size", "when", "lead", "things"],
  additionalProperties: false,
  properties: {
    size: { title: "Size", oneOf: [{ const: "s", title: "Small" }, { const: "l", title: "Large", "x-price": "6400" }] },
    when: {
      title: "When",
      type: "object",
      required: ["start", "end"],
      additionalProperties: false,
      properties: { start: { title: "From", type: "string", format: "date-time" }, end: { title: "To", type: "string", format: "date-time" } },
    },
    lead: { title: "Who leads", type: "string", "x-pick": "person" },
    things: {
      title: "Things",
      type: "array",
      minItems: 1,
      items: {
        title: "Thing",
        type: "object",
        required: ["what", "pieces"],
        additionalProperties: false,
        properties: { what: { title: "What", oneOf: [{ const: "screen", title: "Screen" }, { const: "cable", title: "Cable" }] }, pieces: { title: "Pieces", type: "integer", minimum: 1 } },
      },
    },
  },
});

test("what an author asks for is filled in by hand, and read as it was meant", async ({ as }) => {
  const ada = await as("ada", "/author");
  const item = `stand-${Date.now()}`;
  const title = `Stand ${item.slice(-6)}`;
  const files = { [`schemas/${item}.json`]: JSON.stringify(form(title)), [`workflows/${item}.rhai`]: `//! ${title}\n\nassign();\nhandle("Build the stand");\nresolve("Done");\n` };
  const put = await ada.context().request.put("/api/v1/releases", { data: { files }, headers: { Origin: new URL(ada.url()).origin } });
  expect(put.ok(), await put.text()).toBe(true);

  const ann = await as("ann", `/catalog/${item}`);
  await expect(ann.getByRole("heading", { level: 1, name: title })).toBeVisible();
  // In the desk's currency, though the item has no price of its own.
  await expect(ann.getByText("€6,400.00").first()).toBeVisible();
  await ann.getByRole("radio", { name: /Large/ }).check();
  // Enter takes a date and sends nothing.
  for (const [end, day] of [["From", "2030-05-06 10:00"], ["To", "2030-05-08 19:00"]] as const) {
    await ann.getByRole("textbox", { name: end }).fill(day);
    await ann.keyboard.press("Enter");
    await expect(ann.getByRole("textbox", { name: end })).toHaveValue(day);
  }
  await expect(ann.locator(".field-bad")).toHaveCount(0);
  await expect(ann).toHaveURL(new RegExp(`/catalog/${item}$`));
  const lead = ann.getByRole("combobox", { name: "Who leads" });
  await lead.fill("lin");
  await ann.locator(".ant-select-item-option:visible").first().click();
  const who = (await ann.locator(".ant-select", { has: lead }).innerText()).trim();

  // A row is one line where there is room, with its number.
  await ann.getByRole("button", { name: "Add: Thing" }).click();
  for (const row of [0, 1]) {
    await ann.getByRole("combobox", { name: "What" }).nth(row).click();
    await ann.locator(".ant-select-dropdown:visible .ant-select-item-option", { hasText: row === 0 ? "Screen" : "Cable" }).click();
    await ann.getByRole("spinbutton", { name: "Pieces" }).nth(row).fill(String(row + 2));
  }
  await expect(ann.getByText("2.", { exact: true })).toBeVisible();
  const [what, pieces] = [await ann.getByRole("combobox", { name: "What" }).nth(1).boundingBox(), await ann.getByRole("spinbutton", { name: "Pieces" }).nth(1).boundingBox()];
  expect(Math.abs(what!.y - pieces!.y)).toBeLessThan(12);
  await expectAccessible(ann);
  if (shots) await ann.screenshot({ path: `${shots}/answers-form.png`, fullPage: true });

  await ann.getByRole("button", { name: "Send the request" }).click();
  const asked = ann.getByRole("region", { name: "What was asked for" });
  await expect(asked).toContainText(/From: .*6 May 2030.*10:00, To: .*8 May 2030.*19:00/);
  await expect(asked).toContainText("What: Screen, Pieces: 2\nWhat: Cable, Pieces: 3");
  await expect(asked).toContainText(who);
  if (shots) await ann.screenshot({ path: `${shots}/answers-ticket.png`, fullPage: true });

  // All that people read of the script can be translated.
  await ada.goto(`/author/${item}?part=translations`);
  await expect(ada.getByRole("textbox", { name: "Русский for “Build the stand”" })).toBeVisible();

  // What an open ticket cannot go on with is told beside the button, and asked about.
  await ada.getByRole("tab", { name: "Script", exact: true }).click();
  await ada.getByRole("textbox", { name: "Script" }).click();
  await ada.keyboard.press("ControlOrMeta+a");
  await ada.keyboard.press("Backspace");
  await ada.keyboard.insertText(`//! ${title}\n\nassign();\ntask("Draw the stand", group("service-desk"));\nresolve("Done");\n`);
  const sentence = "1 open ticket cannot go on under the new version and stays on its own.";
  await expect(ada.getByRole("region", { name: "Publish" }).getByText(sentence)).toBeVisible();
  await expectAccessible(ada);
  if (shots) await ada.screenshot({ path: `${shots}/answers-plan.png` });
  await ada.getByRole("button", { name: "Publish" }).click();
  await expect(ada.getByRole("dialog")).toContainText(sentence);
  await ada.getByRole("dialog").getByRole("button", { name: "Publish" }).click();
  await expect(ada.getByText("Published.", { exact: true })).toBeVisible();
});
