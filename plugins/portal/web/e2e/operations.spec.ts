import type { Page } from "@playwright/test";
import { ask, expect, expectAccessible, forgive, test, word } from "./portal";

// Each operation of the workbench, by its own form, as an agent meets them.

test.describe.configure({ timeout: 360_000 });

/** Presses an operation, a button of the bar or a line of the menu behind it. */
async function press(page: Page, name: string): Promise<void> {
  const bar = page.getByRole("group", { name: "What can be done" });
  await expect(bar.locator("button[disabled]")).toHaveCount(0);
  const button = bar.getByRole("button", { name, exact: true });
  // The bar comes whole: when one button is there, all are.
  await expect(bar.getByRole("button").first()).toBeVisible();
  if (await button.isVisible()) return button.click();
  await bar.getByRole("button", { name: /^More/ }).click();
  await page.getByRole("menuitem", { name, exact: true }).click();
}

const dialog = (page: Page) => page.getByRole("dialog");

/** Sends the form; it closes when the desk has done it. */
async function send(page: Page, name: string): Promise<void> {
  // The cross above is called like the operation "Close"; the form's own button is below it.
  await dialog(page).getByRole("button", { name, exact: true }).last().click();
  await expect(dialog(page)).toHaveCount(0);
}

async function choose(page: Page, label: string, words: string, option: string | RegExp): Promise<void> {
  const box = dialog(page).getByRole("combobox", { name: label });
  await box.click();
  await box.fill(words);
  await page.locator(".ant-select-item-option", { hasText: option }).filter({ visible: true }).first().click();
}

const head = (page: Page) => page.locator(".bench-head");

test("a ticket is assigned, returned, escalated, held, taken on and changed", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const number = await ask(ann, `Screen ${about}`);
  const dora = await as("dora", `/desk/${number}`);
  await expectAccessible(dora);
  await press(dora, "Accept");
  await expect(head(dora)).toContainText("Accepted");

  await press(dora, "Assign");
  await choose(dora, "Handler", "Dan", "Dan");
  await expectAccessible(dora);
  await send(dora, "Assign");
  await expect(head(dora)).toContainText("Assigned");

  await press(dora, "Return");
  await dora.getByRole("button", { name: "Return", exact: true }).last().click();
  await expect(dialog(dora).getByText("Please fill this in")).toHaveCount(2);
  await choose(dora, "Code", "Not our", "Not our field");
  await dialog(dora).getByLabel("Reason").fill("It is a matter of the rooms.");
  await dialog(dora).getByLabel("Suggestion").fill("Ask the house keeper.");
  await expectAccessible(dora);
  await send(dora, "Return");
  await expect(head(dora)).toContainText("Accepted");

  await press(dora, "Escalate");
  await choose(dora, "Group", "line-2", "line-2");
  await dialog(dora).getByLabel("Reason").fill("It needs who knows screens.");
  await expectAccessible(dora);
  await send(dora, "Escalate");
  await expect(head(dora)).toContainText("Escalated");

  await press(dora, "Put on hold");
  await choose(dora, "Code", "supplier", "Waiting for a supplier");
  await send(dora, "Put on hold");
  await expect(dora.getByText("On hold", { exact: false }).first()).toBeVisible();
  await expectAccessible(dora);
  await press(dora, "Go on");
  await expect(dora.getByRole("button", { name: "Go on", exact: true })).toHaveCount(0);

  await press(dora, "Edit");
  await dialog(dora).getByLabel("Title").fill(`Flat screen ${about}`);
  await send(dora, "Edit");
  await expect(dora.getByRole("heading", { level: 1 })).toHaveText(`Flat screen ${about}`);

  await press(dora, "Hand over ownership");
  await choose(dora, "New owner", "Dan", "Dan");
  await dialog(dora).getByLabel("Reason").fill("I am away tomorrow.");
  await send(dora, "Hand over ownership");
  await expect(dora.locator(".bench-what")).toContainText("Dan");
});

test("tickets are linked, split, joined, given another item and closed to others", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const one = await ask(ann, `Screen ${about}`);
  const two = await ask(ann, `Monitor ${about}`);
  const dora = await as("dora", `/desk/${one}`);
  await press(dora, "Accept");
  await expect(head(dora)).toContainText("Accepted");

  await press(dora, "Link");
  await dialog(dora).getByLabel("Number or name").fill(two);
  await expectAccessible(dora);
  await send(dora, "Link");
  const links = dora.getByRole("region", { name: "Has to do with" });
  await expect(links).toContainText(`Monitor ${about}`);
  await links.getByRole("button", { name: `Remove the link to ${two}` }).click();
  await expect(links).toHaveCount(0);

  await press(dora, "Split");
  await choose(dora, "Catalog item", "passw", "Password reset");
  await dialog(dora).getByLabel("Reason").fill("They ask for a password, too.");
  await dialog(dora).getByText("Windows sign-in").click();
  await expectAccessible(dora);
  await send(dora, "Split");
  await expect(links).toContainText("Password");

  await press(dora, "Make confidential");
  await choose(dora, "Group", "service-desk", "service-desk");
  await dialog(dora).getByLabel("Reason").fill("It names a person.");
  await send(dora, "Make confidential");
  await expect(dora.locator(".bench-what")).toContainText("Confidential");
  await press(dora, "Open to all staff");
  await dialog(dora).getByLabel("Reason").fill("It does not any more.");
  await send(dora, "Open to all staff");
  await expect(dora.locator(".bench-what")).not.toContainText("Confidential");

  await press(dora, "Reclassify");
  await choose(dora, "Catalog item", "disk", "Disk space");
  await dialog(dora).getByLabel("Reason").fill("That is what it is.");
  await expectAccessible(dora);
  await dora.keyboard.press("Escape");
  await expect(dialog(dora)).toHaveCount(0);
  // What was typed is there again.
  await press(dora, "Reclassify");
  await expect(dialog(dora).getByLabel("Reason")).toHaveValue("That is what it is.");
  await choose(dora, "Catalog item", "passw", "Password reset");
  await dialog(dora).getByText("Windows sign-in").click();
  await send(dora, "Reclassify");
  await expect(dora.getByRole("region", { name: "What was asked for" })).toContainText("Windows sign-in");

  await press(dora, "Merge");
  await dialog(dora).getByLabel("Number of the ticket that goes on").fill("SR-999999");
  await dialog(dora).getByLabel("Reason").fill("The same wish.");
  await dialog(dora).getByRole("button", { name: "Merge", exact: true }).click();
  await expect(dialog(dora).getByRole("alert").first()).toBeVisible();
  forgive(dora, /4\d\d/);
  await dialog(dora).getByLabel("Number of the ticket that goes on").fill(two);
  await send(dora, "Merge");
  await expect(head(dora)).toContainText(/closed/i);
  await expectAccessible(dora);
});

test("a reply, a note, a canned reply and a question that holds the ticket", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const number = await ask(ann, `Screen ${about}`);
  const dora = await as("dora", `/desk/${number}`);
  await press(dora, "Accept");

  await dora.getByText("Internal note", { exact: true }).click();
  await dora.getByLabel("Internal note: only staff read it").fill("It is the cable.");
  await expectAccessible(dora);
  await dora.getByRole("button", { name: "Add the note" }).click();
  const talk = dora.getByRole("region", { name: "Conversation" });
  await expect(talk.getByRole("listitem").filter({ hasText: "It is the cable." })).toContainText("Internal");

  await dora.getByText("Public reply", { exact: true }).click();
  await dora.getByRole("button", { name: "Canned replies" }).click();
  await dora.getByRole("menuitem", { name: "Write a new one" }).click();
  await dialog(dora).getByLabel("Title").fill(`We look ${about}`);
  await dialog(dora).getByLabel("Short name", { exact: false }).fill(about);
  await dialog(dora).getByLabel("Text").fill("Dear {requester.name}, we look at {number}.");
  await expectAccessible(dora);
  await send(dora, "Save");
  await dora.getByRole("button", { name: "Canned replies" }).click();
  await dora.getByRole("menuitem", { name: `We look ${about}` }).click();
  const box = dora.getByLabel(/^Reply that/);
  await expect(box).toHaveValue(`Dear Ann Weber, we look at ${number}.`);
  // A screenshot is pasted where one writes.
  await box.evaluate((field) => {
    const clip = new DataTransfer();
    clip.items.add(new File([new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10])], "screen.png", { type: "image/png" }));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clip, bubbles: true, cancelable: true }));
  });
  await expect(dora.locator(".compose")).toContainText("screen.png");
  await dora.getByLabel("Awaits a reply", { exact: false }).check();
  await dora.getByRole("button", { name: "Send the reply" }).click();
  await expect(talk).toContainText(`we look at ${number}`);
  await expect(dora.getByText(/^on hold: waits for Ann Weber’s reply/i).first()).toBeVisible();
  await expectAccessible(dora);

  await ann.goto(`/tickets/${number}`);
  await expect(ann.getByText("waits for your reply", { exact: false })).toBeVisible();
  await expect(ann.getByText("It is the cable.")).toHaveCount(0);
  await expect(ann.getByRole("region", { name: "Files" })).toContainText("screen.png");
  await ann.getByLabel("Your message").fill("Thank you.");
  await ann.getByRole("button", { name: "Send", exact: true }).click();
  await expect(talk).toContainText("Thank you.");
  await expect(dora.getByText(/^on hold: waits for Ann Weber’s reply, since/)).toHaveCount(0);
});

test("a ticket is resolved with a preset, reopened with a reason, resolved and closed", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const number = await ask(ann, `Screen ${about}`);
  const dora = await as("dora", `/desk/${number}`);
  await press(dora, "Accept");
  await expect(head(dora)).toContainText("Accepted");

  const resolve = async (how: string) => {
    await press(dora, "Resolve");
    await dialog(dora).getByRole("button", { name: "Workaround" }).click();
    await expect(dialog(dora).getByRole("radio", { name: "Propose an article" })).toBeChecked();
    await dialog(dora).getByLabel("What was done").fill(how);
    await expectAccessible(dora);
    await send(dora, "Resolve");
    await expect(head(dora)).toContainText("Resolved");
  };
  await resolve("A cable was lent.");

  await ann.goto(`/tickets/${number}`);
  const end = ann.getByRole("region", { name: "Is everything as you need it?" });
  await expect(end).toContainText("A cable was lent.");
  await end.getByRole("button", { name: "No, not yet" }).click();
  await end.getByLabel("What is still missing").fill("It flickers.");
  await expectAccessible(ann);
  await end.getByRole("button", { name: "Take it up again" }).click();
  await expect(end).toHaveCount(0);
  await expect(head(dora)).toContainText("Assigned");
  await resolve("A new cable.");
  await press(dora, "Record a follow-up call");
  await dialog(dora).getByRole("radio", { name: "Yes" }).check();
  await dialog(dora).getByRole("radiogroup", { name: "Are they satisfied?" }).getByRole("radio", { name: "Yes" }).check();
  await dialog(dora).getByLabel("What was said").fill("All is well.");
  await expectAccessible(dora);
  await send(dora, "Record a follow-up call");
  await press(dora, "Close");
  await expectAccessible(dora);
  await send(dora, "Close");
  await expect(head(dora)).toContainText(/closed/i);
  await expect(ann.locator(".ticket-head")).toContainText(/closed/i);
});
