import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

// Each test asks for something of its own and finds it by its reason, so that
// what others left in the inboxes is not in the way.

const phone = { width: 360, height: 740 };
let count = 0;
const reason = (what: string) => `${what} ${Date.now()}${count++}`;

async function tokenOf(request: APIRequestContext, username: string): Promise<string> {
  const answer = await request.post("/api/v1/session", { data: { username, password: username } });
  return ((await answer.json()) as { token: string }).token;
}

async function call(request: APIRequestContext, username: string, method: "post" | "patch" | "get", path: string, data?: object) {
  const headers = { Authorization: `Bearer ${await tokenOf(request, username)}` };
  const answer = await request[method](`/api/v1${path}`, { headers, ...(data ? { data } : {}) });
  expect(answer.ok(), `${method} ${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as { number: string; status: string };
}

const askLaptop = (request: APIRequestContext, why: string, model = "light") =>
  call(request, "ann", "post", "/tickets", { item: "laptop", form: { model, reason: why } });

const card = (page: Page, why: string) => page.locator(".step-card", { hasText: why });

async function open(page: Page, why: string): Promise<void> {
  await card(page, why).getByRole("button").click();
  await expect(page.locator(".step-detail")).toContainText(why);
}

test("a manager approves on a phone with one tap on the card and one on yes, and the next card comes", async ({ as, request }) => {
  const [one, two] = [reason("The first"), reason("The second")];
  const { number } = await askLaptop(request, one);
  await askLaptop(request, two);
  const page = await as("max", "/inbox");
  await page.setViewportSize(phone);
  await expect(card(page, one).getByRole("button", { name: new RegExp(number) })).toBeVisible();
  await expectAccessible(page);
  await expectFits(page);

  await open(page, one);
  await expect(page.locator(".step-title .price")).toHaveText("€900.00");
  await expect(page.locator(".step-detail")).toContainText("Ann Weber");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.locator(".last-answer")).toContainText("Approved: Laptop");
  await expect(page.locator(".step-detail")).toContainText(two);
  await expect(page.locator(".step-detail h2")).toBeFocused();
});

test("the second of two quick taps does not answer the card that has just come", async ({ as, request }) => {
  const [one, two] = [reason("Tapped twice"), reason("Not tapped")];
  await askLaptop(request, one);
  await askLaptop(request, two);
  const page = await as("max", "/inbox");
  await page.setViewportSize(phone);
  await open(page, one);
  // The next card's buttons take no tap in the moment in which they come.
  await page.evaluate(() => {
    const hit: string[] = [];
    Object.assign(window, { hit });
    const first = document.querySelector("#step-title");
    const look = () => {
      const button = document.querySelector<HTMLElement>(".answer-bar .ant-btn-primary");
      if (button && document.querySelector("#step-title") !== first) {
        const { left, top, width, height } = button.getBoundingClientRect();
        hit.push(document.elementFromPoint(left + width / 2, top + height / 2)?.closest("button") ? "button" : "bar");
        return;
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.locator(".step-detail")).toContainText(two);
  await expect.poll(() => page.evaluate(() => (window as unknown as { hit: string[] }).hit)).toEqual(["bar"]);
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.locator(".last-answer")).toContainText("Approved");
});

test("a no takes its reason from a chip, without a word typed", async ({ as, request }) => {
  const why = reason("Much too dear");
  const { number } = await askLaptop(request, why, "pro");
  const page = await as("max", "/inbox");
  await open(page, why);
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Why not?" })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "No budget" }).click();
  await expect(page.locator(".last-answer")).toContainText("Rejected");
  const ticket = await call(request, "ann", "get", `/tickets/${number}`);
  expect(ticket).toMatchObject({ status: "closed", closure_code: "approval_rejected", rejection_code: "budget" });
});

test("what was sent back and comes again shows what is another", async ({ as, request }) => {
  const why = reason("For travelling");
  const { number } = await askLaptop(request, why, "pro");
  const page = await as("max", "/inbox");
  await open(page, why);
  await page.getByRole("button", { name: "Send back" }).click();
  await page.getByRole("button", { name: "Please choose another model." }).click();
  await expect(page.locator(".last-answer")).toContainText("Sent back");
  await call(request, "ann", "patch", `/tickets/${number}`, { form: { model: "light" } });

  await open(page, why);
  const changes = page.locator(".differences");
  await expect(changes).toContainText("Pro 16");
  await expect(changes).toContainText("Light 13");
  await expect(changes).toContainText("€900.00");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Understood" }).click();
  await expect(changes).toHaveCount(0);
});

test("what changes while one looks is asked again, and nothing is lost", async ({ as, request }) => {
  const why = reason("Changes while looked at");
  await askLaptop(request, why);
  const page = await as("max", "/inbox");
  await open(page, why);
  let refused = 0;
  await page.route("**/api/v1/steps/*/answer", async (route) => {
    if (refused++ > 0) return route.fallback();
    const problem = { type: "/problems/changed_since_seen", code: "changed_since_seen", title: "Changed", status: 409, detail: "Look again.", request_id: "1" };
    await route.fulfill({ status: 409, contentType: "application/problem+json", body: JSON.stringify(problem) });
  });
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Please decide again");
  await page.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(page.locator(".last-answer")).toContainText("Approved");
  forgive(page, /409/);
});

test("finance sees who decided before, votes, takes the vote back and asks a colleague", async ({ as, request }) => {
  const why = reason("For the finance people");
  await askLaptop(request, why, "pro");
  const max = await as("max", "/inbox");
  await open(max, why);
  await max.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(max.locator(".last-answer")).toContainText("Approved");

  const fay = await as("fay", "/inbox");
  await open(fay, why);
  await expect(fay.getByRole("region", { name: "Decided so far" })).toContainText("Max Lim approved");
  await fay.getByRole("button", { name: "Approve", exact: true }).click();
  await fay.getByRole("button", { name: "Take back" }).click();
  await expect(fay.locator(".step-detail")).toContainText(why);

  await fay.getByRole("button", { name: "Ask a colleague" }).click();
  const dialog = fay.getByRole("dialog");
  await dialog.getByRole("combobox").fill("Max");
  await fay.locator(".ant-select-item-option", { hasText: "Max Lim" }).click();
  await dialog.getByLabel("Your question").fill(`Is it needed? ${why}`);
  await dialog.getByRole("button", { name: "Ask" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(fay.getByRole("button", { name: "Ask a colleague" })).toBeFocused();
  await expect(fay.getByRole("region", { name: "Decided so far" })).toContainText("You asked Max Lim");
  await expect(fay.getByRole("region", { name: "Decided so far" })).toContainText("No answer yet");
  await fay.getByRole("button", { name: "Ask a colleague" }).click();
  await fay.keyboard.press("Escape");
  await expect(fay.getByRole("button", { name: "Ask a colleague" })).toBeFocused();

  await max.goto("/inbox?kind=question");
  await card(max, `Is it needed? ${why}`).getByRole("button").click();
  await expect(max.locator(".step-detail .who")).toContainText("Fay");
  await max.getByLabel("Your answer").fill("Yes, it is.");
  await max.getByRole("button", { name: "Send the answer" }).click();
  await expect(max.locator(".last-answer")).toContainText("Answered");
  await expect(fay.locator(".step-detail")).toContainText("Yes, it is.");
});

test("a step is passed on, and an approver is added who signs first", async ({ as, request }) => {
  test.slow();
  const [passed, added] = [reason("To be passed on"), reason("For two to sign")];
  await askLaptop(request, passed);
  await askLaptop(request, added);
  const choose = async (page: Page, name: string) => {
    await page.getByRole("dialog").getByRole("combobox").fill(name.split(" ")[0] ?? name);
    await page.locator(".ant-select-item-option", { hasText: name }).click();
  };
  const max = await as("max", "/inbox");
  await open(max, passed);
  await max.getByRole("button", { name: "Pass on", exact: true }).click();
  const dialog = max.getByRole("dialog");
  await expectAccessible(max);
  await dialog.getByRole("button", { name: "Pass on" }).click();
  await expect(dialog).toContainText("Please choose somebody");
  await choose(max, "Mia");
  await dialog.getByLabel("Why").fill("She knows the budget.");
  await dialog.getByRole("button", { name: "Pass on" }).click();
  await expect(dialog).toHaveCount(0);
  const mia = await as("mia", "/inbox");
  await open(mia, passed);
  await mia.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(mia.locator(".last-answer")).toContainText("Approved");

  await open(max, added);
  await max.getByRole("button", { name: "Add an approver" }).click();
  await choose(max, "Sam");
  await expectAccessible(max);
  await dialog.getByRole("button", { name: "Add", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(max.getByRole("region", { name: "Decided so far" })).toContainText("signs first");
  const sam = await as("sam", "/inbox");
  await open(sam, added);
  await sam.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(sam.locator(".last-answer")).toContainText("Approved");
  await max.getByRole("button", { name: "Approve", exact: true }).click();
  await expect(max.locator(".last-answer")).toContainText("Approved");
});

test("many are approved at once, each with its own result", async ({ as, request }) => {
  const [one, two] = [reason("Many, the first"), reason("Many, the second")];
  await askLaptop(request, one);
  await askLaptop(request, two);
  const page = await as("max", "/inbox");
  for (const why of [one, two]) await card(page, why).getByRole("checkbox").check();
  await expect(page.locator(".bulk")).toContainText("2 chosen · €1,800.00 in all");
  await page.getByRole("button", { name: "Approve all" }).click();
  const results = page.locator(".bulk-result");
  await expect(results.getByRole("heading")).toBeFocused();
  await expect(results).toContainText("2 done, 0 refused");
  await expect(results.locator("li")).toHaveCount(2);
  await expectAccessible(page);
  await results.getByRole("button", { name: "Close" }).click();
  await expect(results).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(card(page, one)).toHaveCount(0);
  await expect(card(page, two)).toHaveCount(0);
});

test("keyboard alone is enough", async ({ as, request }) => {
  const why = reason("By keyboard");
  await askLaptop(request, why);
  const page = await as("max", "/inbox");
  await card(page, why).getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".step-detail h2")).toBeFocused();
  await expect(page.locator(".step-detail")).toContainText(why);
  for (let presses = 0; presses < 12; presses++) {
    await page.keyboard.press("Tab");
    if (await page.getByRole("button", { name: "Reject", exact: true }).evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Why not?" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toBeVisible();
});

test("what somebody typed stays when the network is lost", async ({ as, request }) => {
  const why = reason("Offline for a while");
  await askLaptop(request, why);
  const page = await as("max", "/inbox");
  await open(page, why);
  await page.getByRole("button", { name: "Reject", exact: true }).click();
  await page.getByLabel("A word to who asked, if you like").fill("Next year, please");
  await page.route("**/api/v1/steps/*/answer", (route) => route.abort());
  await page.getByRole("button", { name: "No budget" }).click();
  await expect(page.getByRole("alert")).toContainText("cannot be reached");
  await expect(page.getByLabel("A word to who asked, if you like")).toHaveValue("Next year, please");
  await page.unroute("**/api/v1/steps/*/answer");
  await page.getByRole("button", { name: "No budget" }).click();
  await expect(page.locator(".last-answer")).toContainText("Rejected");
  forgive(page, /ERR_FAILED/);
});

for (const [language, title] of [["zh", "审批与任务"], ["ru", "Согласования и задачи"]] as const) {
  test(`the inbox speaks ${language}, also in the dark`, async ({ as, request }) => {
    const why = reason("In another language");
    await askLaptop(request, why);
    const page = await as("max", "/inbox");
    await page.evaluate((chosen) => {
      localStorage.setItem("maitred.language", chosen);
      localStorage.setItem("maitred.theme", "dark");
    }, language);
    await page.setViewportSize(phone);
    await page.reload();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expectFits(page);
    await open(page, why);
    await expectFits(page);
    await expectAccessible(page);
  });
}
