import { ask, expect, expectAccessible, expectFits, test, word } from "./portal";

test("an agent works through a list with the keyboard, and with many at once", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  const numbers = [await ask(ann, `Screen ${about}`), await ask(ann, `Chair ${about}`), await ask(ann, `Phone ${about}`)];
  const dora = await as("dora", `/desk?q=${about}&sort=created_at`);
  const rows = dora.locator("[role=row][id]");
  await expect(rows).toHaveCount(3);
  await expectAccessible(dora);

  await dora.keyboard.press("j");
  await expect(dora.getByRole("grid")).toBeFocused();
  await expect(dora.getByRole("grid")).toHaveAttribute("aria-activedescendant", (await rows.nth(0).getAttribute("id")) ?? "");
  await dora.keyboard.press("a");
  await expect(rows.nth(0)).toContainText("Accepted");

  await dora.keyboard.press("j");
  await dora.keyboard.press("x");
  await dora.keyboard.press("j");
  await dora.keyboard.press("x");
  await expect(dora.getByText("2 selected")).toBeVisible();
  // What lies over the list is closed first; the selection stays.
  await dora.getByRole("region", { name: "Selected tickets" }).getByRole("button", { name: /^More/ }).click();
  await expect(dora.getByRole("menu")).toBeVisible();
  await dora.keyboard.press("Escape");
  await expect(dora.getByRole("menu")).toBeHidden();
  await expect(dora.getByText("2 selected")).toBeVisible();
  await dora.getByRole("button", { name: "Filters" }).click();
  await expect(dora.getByRole("dialog")).toBeVisible();
  await dora.keyboard.press("Escape");
  await expect(dora.getByRole("dialog")).toBeHidden();
  await expect(dora.getByText("2 selected")).toBeVisible();
  await dora.keyboard.press("a");
  await dora.getByRole("dialog").getByRole("button", { name: "Accept" }).click();
  await expect(dora.getByText("Done on 2 tickets.")).toBeVisible();
  await expectAccessible(dora);
  await dora.getByRole("dialog").getByRole("button", { name: "Close" }).last().click();

  await dora.keyboard.press("?");
  await expect(dora.getByText("Claim: I work on it")).toBeVisible();
  await dora.keyboard.press("Escape");

  await dora.getByRole("button", { name: "Priority" }).click();
  await expect(dora).toHaveURL(/sort=priority/);
  await dora.getByRole("grid").focus();
  await dora.keyboard.press("Home");
  await dora.keyboard.press("Enter");
  await expect(dora).toHaveURL(new RegExp(`/desk/(${numbers.join("|")})`));

  // Back in the list one goes on from the row that one came from.
  await dora.goBack();
  await expect(rows.nth(0)).toHaveClass(/desk-row-at/);
  await dora.keyboard.press("j");
  await expect(rows.nth(1)).toHaveClass(/desk-row-at/);
});

test("what comes in is announced and moves nothing", async ({ as }) => {
  const about = word();
  const ann = await as("ann");
  await ask(ann, `First ${about}`);
  const dora = await as("dora");
  // The stream has to be heard before there is something to hear.
  const heard = dora.waitForResponse(/\/api\/v1\/stream$/);
  await dora.goto(`/desk?q=${about}&sort=-created_at`);
  await heard;
  const rows = dora.locator("[role=row][id]");
  await expect(rows).toHaveCount(1);
  await ask(ann, `Second ${about}`);
  const fresh = dora.getByRole("button", { name: "1 new" });
  await expect(fresh).toBeVisible();
  await expect(rows).toHaveCount(1);
  await fresh.click();
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(0)).toContainText("Second");
});

test("a list is kept as a view, shared with all, and taken away", async ({ as }) => {
  const about = word();
  const sam = await as("sam", `/desk?q=${about}&sort=resolve_due`);
  await sam.getByRole("button", { name: "Save as a view" }).click();
  await sam.getByLabel("Name").fill(about);
  await sam.getByLabel("Everybody").check();
  await expectAccessible(sam);
  await sam.getByRole("button", { name: "Save", exact: true }).click();
  const line = sam.getByRole("navigation", { name: "Queues" }).getByRole("link", { name: about });
  await expect(line).toBeVisible();
  const dan = await as("dan", "/desk");
  await dan.getByRole("navigation", { name: "Queues" }).getByRole("link", { name: about }).click();
  await expect(dan).toHaveURL(new RegExp(`q=${about}`));
  await sam.getByRole("button", { name: /View$/ }).click();
  await sam.getByText("Change this view").click();
  await sam.getByRole("button", { name: "Remove" }).click();
  await sam.getByRole("tooltip").getByRole("button", { name: "Remove" }).click();
  await expect(line).toHaveCount(0);
});

test("a call is registered in less than 30 seconds", async ({ as }) => {
  const dora = await as("dora", "/desk/register");
  const began = Date.now();
  await dora.getByLabel("Who is it for").fill("ann");
  await dora.getByTitle("Ann Weber").click();
  await expect(dora.getByText("ann@example.org")).toBeVisible();
  await dora.getByLabel("What is it about").fill("passw");
  await dora.keyboard.press("Enter");
  // What is missing is told at its field, in the form's words.
  const form = dora.locator(".request-form");
  await expect(form).toBeVisible();
  await dora.keyboard.press("Control+Enter");
  await expect(form.getByText("This is needed.")).toBeVisible();
  await expect(dora.getByText("is missing")).toHaveCount(0);
  await dora.getByText("Windows sign-in").click();
  await expectAccessible(dora);
  await dora.keyboard.press("Control+Enter");
  await expect(dora).toHaveURL(/\/desk\/SR-/);
  expect(Date.now() - began).toBeLessThan(30_000);
  await expect(dora.getByText("Entered by Dora Petrova, phone")).toBeVisible();
});

test("what no item fits is registered as something else", async ({ as }) => {
  const dora = await as("dora", "/desk/register");
  await dora.getByLabel("What is it about").fill("vpn");
  await dora.locator(".ant-select-item-option", { hasText: "Something else" }).click();
  await expect(dora.getByLabel("Another title")).toBeVisible();
});

for (const path of ["/desk", "/desk/register"]) {
  test(`${path} fits a phone`, async ({ as }) => {
    const dora = await as("dora", path);
    await dora.setViewportSize({ width: 360, height: 740 });
    await expect(dora.getByRole("heading", { level: 1 })).toBeVisible();
    await expectFits(dora);
    await expectAccessible(dora);
  });
}
