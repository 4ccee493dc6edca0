import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, expectFits, forgive, test, word } from "./portal";

// What a ticket's page tells staff beside what they can do.

const origin = (page: Page) => ({ Origin: new URL(page.url()).origin });

/** Publishes texts as an admin; nothing in the place of one takes it away. */
async function publish(ada: Page, files: Record<string, string | null>): Promise<void> {
  const answer = await ada.context().request.put("/api/v1/releases", { data: { files }, headers: origin(ada) });
  expect(answer.ok(), await answer.text()).toBe(true);
}

test("staff are told why a ticket is stuck and who can do what about it", async ({ as }) => {
  const name = `scratch-${word()}`;
  const [form, script] = [`schemas/${name}.json`, `workflows/${name}.rhai`];
  const ada = await as("ada");
  const schema = {
    title: `Scratch ${name}`,
    "x-catalog": { kind: "request", category: "support", keywords: [], icon: "help-circle", order: 900, group: "service-desk" },
    type: "object",
    required: ["how"],
    additionalProperties: false,
    properties: { how: { title: "How", type: "string", maxLength: 50 } },
  };
  await publish(ada, { [form]: JSON.stringify(schema, null, 2), [script]: 'set(#{ impact: form.how });\nhandle("See to it", group("service-desk"));\n' });
  const ann = await as("ann");
  const asked = await ann.context().request.post("/api/v1/tickets", { data: { item: name, form: { how: "nowhere" } }, headers: origin(ann) });
  const { number } = (await asked.json()) as { number: string };

  const dora = await as("dora", `/desk/${number}`);
  const told = dora.getByRole("alert").filter({ hasText: "cannot go on" });
  await expect(told).toContainText("nowhere");
  await expect(told).toContainText(`${script}, line 1`);
  await expect(told).toContainText("an administrator runs the workflow again");
  await expect(told.getByRole("button", { name: "Reclassify" })).toBeVisible();
  await expect(told.getByRole("button", { name: "Cancel the ticket" })).toHaveCount(0);
  await expect(dora.getByText("there is nothing for you to do")).toHaveCount(0);
  await expectAccessible(dora);
  await dora.setViewportSize({ width: 360, height: 740 });
  await expectFits(dora);

  await ada.goto(`/desk/${number}`);
  await ada.getByRole("link", { name: `${script}, line 1` }).click();
  await expect(ada).toHaveURL(new RegExp(`/author/${name}`));

  await ann.goto(`/tickets/${number}`);
  await expect(ann.getByText("there is nothing for you to do")).toBeVisible();

  const sam = await as("sam", `/desk/${number}`);
  await sam.getByRole("alert").getByRole("button", { name: "Cancel the ticket" }).click();
  await sam.getByRole("dialog").getByRole("button", { name: "Cancel the ticket" }).click();
  await expect(sam.getByRole("dialog")).toHaveCount(0);
  await publish(ada, { [form]: null, [script]: null });
});

test("what was done in a step, and the log in sentences", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const number = await ask(ann, `Key ${about}`);
  const dora = await as("dora", `/desk/${number}`);
  await expect(dora.getByText("Manager: Max Lim")).toBeVisible();
  await dora.getByRole("textbox", { name: "What was done" }).first().fill(`A new key ${about}`);
  await dora.getByRole("button", { name: "Done", exact: true }).click();
  await dora.getByRole("tab", { name: "The way" }).click();
  const way = dora.getByRole("tabpanel", { name: "The way" });
  await expect(way.locator("li", { hasText: "See to it" })).toContainText(`A new key ${about}`);
  await dora.getByRole("tab", { name: "Log" }).click();
  const log = dora.getByRole("list", { name: "Log" });
  await expect(log.locator("li", { hasText: "Dora Petrova: See to it: done" })).toContainText(`A new key ${about}`);
  await expect(log.locator("li", { hasText: "Dora Petrova: accepted it" })).toBeVisible();
  await expect(log.getByText("ticket.accepted")).toBeHidden();
  await log.locator("li", { hasText: "accepted it" }).getByText("Details").click();
  await expect(log.getByText("ticket.accepted")).toBeVisible();
  await expectAccessible(dora);
});

test("a button stops loading when its call fails at once", async ({ as }) => {
  const ann = await as("ann");
  const number = await ask(ann, `Key ${word()}`);
  const dora = await as("dora");
  // It is the motion that hung.
  await dora.emulateMedia({ reducedMotion: "no-preference" });
  await dora.goto(`/desk/${number}`);
  await dora.getByRole("button", { name: "Edit" }).click();
  const dialog = dora.getByRole("dialog");
  await dialog.getByLabel("Title").fill("Another key");
  await dora.context().setOffline(true);
  await dialog.getByRole("button", { name: "Edit" }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog.getByRole("img", { name: "loading" })).toHaveCount(0, { timeout: 5_000 });
  forgive(dora, /ERR_INTERNET_DISCONNECTED|Failed to load|net::/);
  await dora.context().setOffline(false);
});
