import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectAccessible as accessible, expectFits, forgive, test } from "./portal";

const phone = { width: 360, height: 740 };

/** From the top: what lies half under the header is no target to measure. */
async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0));
  await accessible(page);
}

async function headersOf(request: APIRequestContext, username: string) {
  const answer = await request.post("/api/v1/session", { data: { username, password: username } });
  return { Authorization: `Bearer ${((await answer.json()) as { token: string }).token}` };
}

async function choose(page: Page, label: string, words: string, option: string): Promise<void> {
  const picker = page.getByRole("combobox", { name: label, exact: true });
  await picker.click();
  await picker.fill(words);
  await page.locator(".ant-select-item-option:visible", { hasText: option }).first().click();
  await page.keyboard.press("Escape");
}

const unique = () => `${Date.now()}${Math.floor(Math.random() * 1000)}`;

test("ada adds a person with a role and a group, who then signs in", async ({ as, page, request }) => {
  const username = `eva${unique()}`;
  const ada = await as("ada", "/");
  await ada.getByRole("link", { name: "Administration" }).first().click();
  await expect(ada.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await ada.getByRole("link", { name: "Add a person" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "Add a person" })).toBeFocused();
  await expectAccessible(ada);
  await ada.getByLabel("Username").fill(username);
  await ada.getByLabel("Name", { exact: true }).fill("Eva Stone");
  await ada.getByLabel("Mail").fill("eva.example.org");
  await choose(ada, "Line manager", "Max", "Max Lim");
  await ada.getByRole("checkbox", { name: "Agent" }).check();
  await choose(ada, "Groups", "service", "service-desk");

  // A wrong address is told at its field; what was typed is there, even after a reload.
  await ada.getByRole("button", { name: "Add this person" }).click();
  const mail = ada.locator(".ant-form-item", { has: ada.getByLabel("Mail") });
  await expect(mail.getByRole("alert")).toContainText("@");
  await expectAccessible(ada);
  await ada.reload();
  await expect(ada.getByLabel("Mail")).toHaveValue("eva.example.org");
  await expect(ada.getByRole("checkbox", { name: "Agent" })).toBeChecked();
  await ada.getByLabel("Mail").fill(`${username}@example.org`);
  await ada.getByRole("button", { name: "Add this person" }).click();
  await expect(ada.getByRole("status").filter({ hasText: "Eva Stone" })).toBeVisible();
  const password = (await ada.locator(".admin-secret").innerText()).trim();
  await expectAccessible(ada);
  await ada.getByRole("link", { name: "To the record" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "Eva Stone" })).toBeVisible();
  await expect(ada.getByRole("checkbox", { name: "Agent" })).toBeChecked();

  await page.goto("/me");
  await page.getByLabel("Username").fill(username);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const known = page.getByRole("region", { name: "What the desk knows of you" });
  await expect(known).toContainText("service-desk");
  await expect(known).toContainText("Agent");

  // The log tells who did it, and what of it is new.
  await ada.goto("/admin/audit?type=person.added&actor=ada");
  const entry = ada.locator(".admin-log > li").first();
  await expect(entry).toContainText(username);
  await expect(entry).toContainText("Ada Sokolova");
  await expect(entry).toContainText(`${username}@example.org`);
  const found = await (await request.get(`/api/v1/users/${username}`, { headers: await headersOf(request, "ada") })).json();
  expect(found).toMatchObject({ manager: "max", groups: ["service-desk"], active: true });
  forgive(ada, /422/);
  forgive(page, /401/);
});

test("a record is changed, a refusal keeps what was typed, access ends and begins", async ({ as, request }) => {
  const headers = await headersOf(request, "ada");
  const username = `tom${unique()}`;
  await request.post("/api/v1/users", { headers, data: { username, name: "Tom Reed", email: `${username}@example.org` } });
  const ada = await as("ada", `/admin/people/${username}`);
  const save = ada.getByRole("button", { name: "Save changes" });
  await expect(save).toBeDisabled();
  await ada.getByLabel("Department").fill("Logistics");
  await ada.getByLabel("Calendar").fill("nowhere");
  await save.click();
  const calendar = ada.locator(".ant-form-item", { has: ada.getByLabel("Calendar") });
  await expect(calendar.getByRole("alert")).toContainText("nowhere");
  await expect(ada.getByLabel("Department")).toHaveValue("Logistics");
  await ada.getByLabel("Calendar").fill("");
  await ada.getByLabel("Skills").fill("laptop");
  await ada.keyboard.press("Enter");
  await save.click();
  await expect(ada.getByText("Saved", { exact: true })).toBeVisible();
  await expect(calendar.getByRole("alert")).toHaveCount(0);
  await expectAccessible(ada);
  const now = await (await request.get(`/api/v1/users/${username}`, { headers })).json();
  expect(now).toMatchObject({ department: "Logistics", skills: ["laptop"], email: `${username}@example.org` });

  await ada.getByRole("button", { name: "Give a new password" }).click();
  await ada.locator(".ant-popconfirm").getByRole("button", { name: "Give a new password" }).click();
  const password = (await ada.locator(".admin-secret").innerText()).trim();
  const enters = async () => (await request.post("/api/v1/session", { data: { username, password } })).status();
  expect(await enters()).toBe(200);
  await ada.getByRole("button", { name: "End the access" }).click();
  await ada.locator(".ant-popconfirm").getByRole("button", { name: "End the access" }).click();
  await expect(ada.getByRole("button", { name: "Open the access again" })).toBeVisible();
  expect(await enters()).toBe(401);
  await ada.getByRole("button", { name: "Open the access again" }).click();
  await expect(ada.getByRole("button", { name: "End the access" })).toBeVisible();
  expect(await enters()).toBe(200);

  await ada.goto("/admin/audit?type=person.changed&actor=ada");
  const entry = ada.locator(".admin-log > li", { hasText: "Logistics" }).first();
  await expect(entry).toContainText("laptop");
  await expect(entry.getByRole("link", { name: username })).toBeVisible();
  forgive(ada, /422/);
});

test("people are searched and narrowed; what is shown is in the address", async ({ as }) => {
  const ada = await as("ada", "/admin/people");
  const list = ada.locator(".admin-people > li");
  await ada.getByRole("searchbox", { name: "Name, username or department" }).fill("dora");
  await expect(list).toHaveCount(1);
  await expect(ada).toHaveURL(/q=dora/);
  await list.getByRole("link").click();
  await expect(ada.getByRole("heading", { level: 1, name: "Dora Petrova" })).toBeVisible();
  await expect(ada.getByRole("region", { name: "Work" })).toContainText("Tickets in hand");
  await ada.goBack();
  await expect(ada.getByRole("searchbox", { name: "Name, username or department" })).toHaveValue("dora");
  await ada.goto("/admin/people?role=auditor&active=true");
  await expect(list.filter({ hasText: "Ula Brandt" })).toHaveCount(1);
  await expect(list.filter({ hasText: "Dora" })).toHaveCount(0);
  await ada.goto("/admin/people?q=nobodyhere");
  await expect(ada.getByText("Nobody fits this search.")).toBeVisible();
});

test("ada makes a group, gives it a lead and a member, and dissolves it", async ({ as, request }) => {
  const name = `night shift ${unique()} 24/7`;
  const ada = await as("ada", "/admin/groups");
  await ada.getByRole("link", { name: "Add a group" }).click();
  // The list stands until the next page is there, and has a field of names, too.
  await expect(ada.getByRole("heading", { level: 1, name: "Add a group" })).toBeVisible();
  await ada.getByLabel("Name").fill(name);
  await choose(ada, "Lead", "Sam", "Sam Ortiz");
  await ada.getByLabel("Tickets in one hand").fill("0");
  await ada.getByRole("button", { name: "Add this group" }).click();
  await expect(ada.locator(".ant-form-item", { has: ada.getByLabel("Tickets in one hand") }).getByRole("alert")).toBeVisible();
  await expectAccessible(ada);
  await ada.getByLabel("Tickets in one hand").fill("3");
  await ada.getByRole("button", { name: "Add this group" }).click();
  await expect(ada.getByRole("heading", { level: 1, name })).toBeVisible();
  await choose(ada, "Members", "Lin", "Lin Wei");
  await expect(ada.locator(".admin-members")).toContainText("Lin Wei");
  await choose(ada, "Given P1 first", "lin", "lin");
  await ada.getByRole("button", { name: "Save changes" }).click();
  await expect(ada.getByText("Saved", { exact: true })).toBeVisible();
  await expect(ada.getByRole("region", { name: "Work" })).toContainText("Lin Wei");
  await expectAccessible(ada);
  const at = `/api/v1/groups/${encodeURIComponent(name)}`;
  const headers = await headersOf(request, "ada");
  const made = await (await request.get(at, { headers })).json();
  expect(made).toMatchObject({ capacity: 3, lead: { username: "sam" }, members: [{ username: "lin" }], priorities: { P1: ["lin"] } });
  await ada.goto(`/admin/groups?q=${encodeURIComponent(name)}`);
  await ada.getByRole("link", { name }).click();
  await ada.getByRole("button", { name: "Dissolve" }).click();
  await ada.locator(".ant-popconfirm").getByRole("button", { name: "Dissolve" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  expect((await request.get(at, { headers })).status()).toBe(404);
  forgive(ada, /422/);
});

test("a group that the content names is kept, and why is told", async ({ as }) => {
  const ada = await as("ada", "/admin/groups/service-desk");
  await ada.getByRole("button", { name: "Dissolve" }).click();
  await ada.locator(".ant-popconfirm").getByRole("button", { name: "Dissolve" }).click();
  await expect(ada.getByRole("region", { name: "Dissolve the group" }).getByRole("alert")).toBeVisible();
  await expectAccessible(ada);
  forgive(ada, /409|422/);
});

test("what was kept back is read as its reader would have it", async ({ as, request }) => {
  const asked = await request.post("/api/v1/tickets", {
    headers: await headersOf(request, "ann"),
    data: { item: "laptop", form: { model: "light", reason: "A message is kept back" } },
  });
  const { number } = (await asked.json()) as { number: string };
  const ada = await as("ada", `/admin/outgoing?ticket=${number}&kind=message`);
  await expectAccessible(ada);
  await ada.locator(".admin-outgoing").getByRole("link").first().click();
  await expect(ada.getByRole("heading", { level: 1, name: "Message" })).toBeVisible();
  await expect(ada.getByRole("region", { name: "Message" })).toContainText(number);
  await expectAccessible(ada);
  await ada.goto("/admin/outgoing?ticket=SR-999999");
  await expect(ada.getByText("Nothing fits these filters.")).toBeVisible();
});

test("a job is run out of its turn, and what came of it is told; plugins say what they may reach", async ({ as }) => {
  const ada = await as("ada", "/admin/jobs");
  const job = ada.getByRole("region", { name: "escalate-overdue" });
  await expect(job.getByText("Next time")).toBeVisible();
  await expect(job).toContainText("Every 10 minutes (Asia/Shanghai)");
  await expect(job).not.toContainText("//!");
  const before = await job.getByText("asked by Ada Sokolova").count();
  await job.getByRole("button", { name: "Run now" }).click();
  await ada.getByRole("tooltip").getByRole("button", { name: "Run now" }).click();
  await expect(job.getByText("asked by Ada Sokolova")).toHaveCount(before + 1);
  await expect(job.getByText("Done", { exact: true }).first()).toBeVisible();
  await ada.goto("/admin/plugins");
  await expect(ada.getByRole("region", { name: "asset" })).toContainText("reserve");
});

test("others are refused calmly, and see no way there", async ({ as }) => {
  const ann = await as("ann", "/admin/people");
  await expect(ann.getByText("Your roles do not open this part.")).toBeVisible();
  await expect(ann.getByRole("link", { name: "Administration" })).toHaveCount(0);
  await expectAccessible(ann);
  await ann.goto("/admin");
  await expect(ann.getByText("Your roles do not open this part.")).toBeVisible();
  await ann.goto("/admin/outgoing/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11");
  await expect(ann.getByText("Your roles do not open this part.")).toBeVisible();

  const sam = await as("sam", "/admin/people/dora");
  await expect(sam.getByRole("region", { name: "Record" })).toContainText("dora@example.org");
  await expect(sam.getByRole("button", { name: "Save changes" })).toHaveCount(0);
  await expectAccessible(sam);
  await sam.goto("/admin/add-person");
  await expect(sam.getByText("Your roles do not open this part.")).toBeVisible();
  const ula = await as("ula", "/admin/groups/service-desk");
  await expect(ula.getByRole("region", { name: "Record" })).toContainText("Dora Petrova");
  await expectAccessible(ula);
});

test("who or what is not there is said, with the way back", async ({ as }) => {
  const ada = await as("ada", "/admin/people/nobody-at-all");
  await expect(ada.getByText("There is nobody called nobody-at-all")).toBeVisible();
  await ada.getByRole("link", { name: "To all people" }).click();
  await expect(ada.getByRole("heading", { level: 1, name: "People" })).toBeVisible();
  await ada.goto("/admin/groups/none");
  await expect(ada.getByText("There is no group called none.")).toBeVisible();
  await ada.goto("/admin/outgoing/0199d7a4-3f7e-7c31-9d52-5f1c8a6f0b11");
  await expect(ada.getByRole("link", { name: "To the list" })).toBeVisible();
  forgive(ada, /404/);
});

test("a lost connection is told at its place, and trying again helps", async ({ as }) => {
  const ada = await as("ada", "/admin/people/dora");
  await ada.getByLabel("Department").fill("Not sent yet");
  await ada.route("**/api/v1/users/dora", (route) => (route.request().method() === "PATCH" ? route.abort() : route.continue()));
  await ada.getByRole("button", { name: "Save changes" }).click();
  await expect(ada.getByRole("form", { name: "Record" }).getByRole("alert")).toContainText("cannot be reached");
  await expect(ada.getByLabel("Department")).toHaveValue("Not sent yet");
  await ada.getByRole("button", { name: "Undo" }).click();
  await expect(ada.getByLabel("Department")).toHaveValue("IT");
  forgive(ada, /ERR_FAILED|Failed to load/);
});

test("a person is found and their record reached by the keyboard alone", async ({ as }) => {
  const ada = await as("ada", "/admin/people");
  await ada.getByRole("searchbox", { name: "Name, username or department" }).focus();
  await ada.keyboard.type("finn");
  await expect(ada.locator(".admin-people > li")).toHaveCount(1);
  const link = ada.getByRole("link", { name: "Finn Olsen" });
  for (let n = 0; n < 8 && !(await link.evaluate((it) => it === document.activeElement)); n++) await ada.keyboard.press("Tab");
  await ada.keyboard.press("Enter");
  await expect(ada.getByRole("heading", { level: 1, name: "Finn Olsen" })).toBeVisible();
});

const pages = ["people", "people/lin", "add-person", "groups", "groups/service-desk", "add-group", "audit", "outgoing", "jobs", "plugins"];
const titles = { en: "People", zh: "人员", ru: "Люди" };

for (const [language, title] of Object.entries(titles)) {
  for (const scheme of ["light", "dark"] as const) {
    test(`every page fits and is accessible: ${language}, ${scheme}`, async ({ as }) => {
      // Each page is looked at twice, beside whatever else keeps the machine busy.
      test.setTimeout(300_000);
      const ada = await as("ada", "/admin");
      await ada.evaluate((chosen) => localStorage.setItem("maitred.language", chosen), language);
      await ada.emulateMedia({ colorScheme: scheme });
      for (const at of pages) {
        await ada.goto(`/admin/${at}`);
        await expect(ada.getByRole("navigation").filter({ hasText: title }).first()).toBeVisible();
        await expect(ada.locator(".waiting")).toHaveCount(0);
        for (const size of [phone, { width: 1280, height: 800 }]) {
          await ada.setViewportSize(size);
          await expectFits(ada);
          await expectAccessible(ada);
        }
      }
    });
  }
}
