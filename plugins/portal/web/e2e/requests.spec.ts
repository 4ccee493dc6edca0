import { expect, expectAccessible, expectFits, forgive, test } from "./portal";
import type { Page } from "@playwright/test";

/** Answers the oldest step that waits for the caller on a ticket, as another client would. */
async function answer(page: Page, number: string, outcome: string, more: object = {}): Promise<void> {
  const headers = { Origin: new URL(page.url()).origin };
  const { items } = await (await page.request.get("/api/v1/inbox?limit=200")).json();
  const step = items.find((one: { ticket: string; actions: string[] }) => one.ticket === number && one.actions.includes("answer"));
  expect(step, `a step of ${number}`).toBeTruthy();
  const sent = await page.request.post(`/api/v1/steps/${step.id}/answer`, { headers, data: { outcome, seen: step.seen, ...more } });
  expect(sent.ok(), await sent.text()).toBe(true);
}

test("a laptop is asked for, followed, paid for, cancelled", async ({ as }) => {
  const ann = await as("ann", "/catalog?q=laptop");
  await expectAccessible(ann);
  await ann.getByRole("link", { name: /^Laptop/ }).click();
  await expect(ann.getByRole("heading", { level: 1, name: "Laptop" })).toBeFocused();

  await ann.getByText("Pro 16").click();
  const preview = ann.getByRole("complementary", { name: "What will come of it" });
  await expect(preview).toContainText("Max Lim");
  await expect(preview).toContainText("2,100.00");
  await expect(preview).toContainText("Finance · 2 approvals needed");
  await expect(preview).toContainText("Field support");
  await expect(preview).not.toContainText("asset.reserve");
  await expect(preview.getByRole("status")).toHaveText(/^€2,100\.00, \d+ have to say yes/);
  await ann.getByText("Light 13").click();
  await expect(preview).not.toContainText("Finance");
  await ann.getByText("Pro 16").click();
  await ann.getByLabel("Why it is needed").fill("The old one is slow.");
  await expect(ann.getByText("Your draft is kept.")).toBeVisible();
  await expectAccessible(ann);

  // The draft is there again after the page was opened anew.
  await ann.reload();
  await expect(ann.getByText("You began to write this earlier", { exact: false })).toBeVisible();
  await expect(ann.getByLabel("Why it is needed")).toHaveValue("The old one is slow.");

  await ann.getByRole("button", { name: "Send the request" }).click();
  await expect(ann).toHaveURL(/\/tickets\/SR-\d+$/);
  const number = ann.url().split("/").pop() as string;
  const way = ann.getByRole("region", { name: "Where it stands" });
  await expect(way).toContainText("Approval: Line manager");
  await expect(way).toContainText("Hand over");
  await expectAccessible(ann);

  // Others decide; the page follows by itself.
  const max = await as("max");
  await answer(max, number, "approved");
  await expect(way).toContainText("approved");
  for (const name of ["fay", "finn"] as const) await answer(await as(name), number, "approved");
  await expect(ann.getByRole("heading", { name: "It is your turn" })).toBeVisible();
  await expectAccessible(ann);

  // What waits for her is told at the start, too, before all else.
  const start = await as("ann");
  const own = start.getByRole("region", { name: "My open requests" });
  await expect(own.getByRole("listitem").filter({ hasText: number })).toContainText("Your turn");
  await expect(own.getByRole("listitem").first()).toContainText(/Your turn|Please confirm/);
  await ann.getByRole("button", { name: "Confirm the cost" }).click();
  await expect(way).toContainText("confirmed");
  await expect(ann.locator(".turn [role=status]")).toBeFocused();

  await ann.getByLabel("Your message").fill("When may I come?");
  await ann.getByRole("button", { name: "Send", exact: true }).click();
  await expect(ann.getByRole("region", { name: "Conversation" }).getByRole("listitem")).toContainText("When may I come?");
  await ann.locator(".reply input[type=file]").setInputFiles({ name: "list.txt", mimeType: "text/plain", buffer: Buffer.from("one") });
  await ann.getByLabel("Your message").fill("My list.");
  await ann.getByRole("button", { name: "Send", exact: true }).click();
  await expect(ann.getByRole("region", { name: "Files" })).toContainText("list.txt");

  await ann.goto("/requests");
  await expect(ann.getByRole("link", { name: new RegExp(number) })).toBeVisible();
  await expectAccessible(ann);
  await ann.getByRole("link", { name: new RegExp(number) }).click();
  await ann.getByRole("button", { name: "Cancel request" }).click();
  await ann.getByRole("button", { name: "Cancel it" }).click();
  await expect(ann.getByRole("dialog")).toBeHidden();
});

test("what was sent back is corrected", async ({ as }) => {
  const max = await as("max");
  const ann = await as("ann", "/catalog/laptop");
  await ann.getByText("Light 13").click();
  await ann.getByRole("button", { name: "Send the request" }).click();
  await expect(ann).toHaveURL(/\/tickets\/SR-\d+$/);
  const number = ann.url().split("/").pop() as string;
  await answer(max, number, "returned", { comment: "Please say why." });
  const turn = ann.getByRole("region", { name: "It is your turn" });
  await expect(turn).toContainText("Please say why.");
  await turn.getByRole("button", { name: "Correct" }).click();
  await ann.getByLabel("Why it is needed").fill("For the trade fair.");
  await expect(ann.getByText("Then it waits for Max Lim.")).toBeVisible();
  await expectAccessible(ann);
  await ann.getByRole("button", { name: "Save and go on" }).click();
  await expect(ann.getByRole("region", { name: "What was asked for" })).toContainText("For the trade fair.");
});

test("the network is cut while somebody writes and sends; nothing is lost, and it is sent once", async ({ as }) => {
  const ann = await as("ann", "/catalog/general-request");
  await expect(ann.getByRole("button", { name: "Send the request" })).toBeVisible();
  const fields = ann.getByRole("textbox").and(ann.locator("form *"));
  // Another than that of a draft from before, which would be no change.
  const wish = `A plant for the office ${Date.now()}`;
  await ann.context().setOffline(true);
  for (const field of await fields.all()) if (!(await field.getAttribute("type"))?.includes("search")) await field.fill(wish);
  await expect(ann.getByText("Your draft is kept in this tab.", { exact: false })).toBeVisible();
  await ann.context().setOffline(false);
  await expect(ann.getByText("Your draft is kept.")).toBeVisible({ timeout: 15_000 });
  forgive(ann, /ERR_INTERNET_DISCONNECTED/);
});

/** What controls say explains them, and is not there. */
const missing = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("[aria-describedby]")].flatMap((control) =>
      (control.getAttribute("aria-describedby") ?? "").split(/\s+/).filter((id) => id !== "" && !document.getElementById(id)),
    ),
  );

test("controls of a form point to explanations and errors that are there", async ({ as }) => {
  const ann = await as("ann", "/catalog/report-incident");
  const summary = ann.getByLabel("In a few words: what is wrong");
  await expect(summary).toBeVisible();
  expect(await missing(ann)).toEqual([]);
  await ann.getByRole("button", { name: "Send the request" }).click();
  await expect(summary).toHaveAccessibleDescription("This is needed.");
  expect(await missing(ann)).toEqual([]);
});

test("an empty list is told when a filter has emptied it, not when the page comes", async ({ as }) => {
  const ann = await as("ann", "/requests?q=zqnothing");
  await expect(ann.getByText("Nothing fits these words.").first()).toBeVisible();
  const told = ann.getByRole("status").filter({ hasText: "Open: Nothing fits these words." });
  await expect(told).toHaveCount(0);
  await ann.getByRole("searchbox", { name: "Words in title and description" }).fill("zqnothing either");
  await expect(told).toHaveCount(1);
});

test("on a phone everything fits", async ({ as }) => {
  for (const path of ["/catalog", "/catalog/report-incident", "/requests"]) {
    const ann = await as("ann", path);
    await ann.setViewportSize({ width: 360, height: 740 });
    await expect(ann.getByRole("heading", { level: 1 })).toBeVisible();
    await expectFits(ann);
    if (path === "/requests") {
      await ann.locator(".request").first().click();
      await expect(ann.getByRole("region", { name: "Where it stands" })).toBeVisible();
      await expectFits(ann);
      await expectAccessible(ann);
    }
  }
});

test("for somebody else: the first hit is taken, and who is none of theirs is refused at the field", async ({ as }) => {
  const ann = await as("ann");
  await ann.request.delete("/api/v1/drafts/ask%2Flaptop", { headers: { Origin: new URL(ann.url()).origin } });
  await ann.goto("/catalog/laptop");
  await ann.getByRole("button", { name: "For somebody else or elsewhere" }).click();
  const who = ann.getByRole("combobox", { name: "For whom" });
  await expect(who).toBeFocused();
  await who.fill("max");
  await expect(ann.locator(".ant-select-item-option")).toContainText(["Max Lim"]);
  await who.press("Enter");
  await expect(ann.locator(".whom .field-error").first()).toContainText("You may not ask on behalf of Max Lim");
  await expect(ann.getByRole("complementary").getByRole("alert")).toHaveCount(0);
  // Nothing was typed, and who was refused is not kept.
  const { items } = await (await ann.request.get("/api/v1/drafts")).json();
  expect(items.map(({ key }: { key: string }) => key)).not.toContain("ask/laptop");

  // What it would come to for herself is nothing that this one would.
  await ann.getByText("Light 13").click();
  const preview = ann.getByRole("complementary", { name: "What will come of it" });
  await expect(preview).toContainText("first choose somebody");
  await expect(preview).not.toContainText("Line manager");
  await who.click();
  await ann.locator(".ant-select-item-option", { hasText: "Me (Ann Weber)" }).click();
  await expect(preview).toContainText("Line manager");
  forgive(ann, /403/);
});
