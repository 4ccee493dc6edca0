import type { APIRequestContext, Page } from "@playwright/test";
import { expect, expectAccessible, expectFits, forgive, test, type Person } from "./portal";
import { contentWords, portalWords, type Language } from "./words";

// One laptop from the wish to the stars, through everybody's eyes, by the mouse
// and in the language that each of them chooses in the header.

const phone = { width: 360, height: 740 };
const wide = { width: 1280, height: 800 };
const languages: Record<Language, string> = { en: "English", zh: "简体中文", ru: "Русский" };

test.describe.configure({ timeout: 600_000 });

/** The desk's own words, such as the items' titles, come in the language of the account, which an admin sets. */
async function speak(request: APIRequestContext, language: Language): Promise<void> {
  const signed = await request.post("/api/v1/session", { data: { username: "ada", password: "ada" } });
  const headers = { Authorization: `Bearer ${((await signed.json()) as { token: string }).token}` };
  for (const person of ["ann", "max", "fay", "finn", "dora", "lin", "ada"]) {
    const answer = await request.patch(`/api/v1/users/${person}`, { headers, data: { language } });
    expect(answer.ok(), await answer.text()).toBe(true);
  }
}

test.afterEach(({ request }) => speak(request, "en"));

for (const [language, tongue] of Object.entries(languages) as [Language, string][]) {
  test(`a laptop, from the wish to the stars: ${language}`, async ({ fresh, request }) => {
    await speak(request, language);
    const t = portalWords(language);
    const c = contentWords(language);
    const why = `For the trade fair ${Date.now()}`;

    const come = async (person: Person): Promise<Page> => {
      const page = await fresh("/");
      await page.getByRole("button", { name: /^Language/ }).click();
      await page.getByRole("menuitem", { name: tongue }).click();
      await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-Hans" : language);
      await expectAccessible(page);
      await page.getByLabel(t("session:username")).fill(person);
      await page.locator("input[type=password]").fill(person);
      await page.getByRole("button", { name: t("session:signIn") }).click();
      return page;
    };
    const to = (page: Page, name: string) =>
      page.getByRole("navigation", { name: t("shell:navigation") }).filter({ visible: true }).getByRole("link", { name: t(`shell:nav.${name}`) }).click();
    /** Opens what waits for the viewer about this laptop. */
    const openStep = async (page: Page, text: string) => {
      await to(page, "inbox");
      await expectAccessible(page);
      await page.locator(".step-card", { hasText: text }).getByRole("button").first().click();
      await expect(page.locator(".step-detail")).toContainText(text);
    };

    // Ann asks for it.
    const ann = await come("ann");
    await ann.getByRole("searchbox").fill(c("Laptop"));
    // What was there before gives way to the hits: what is pressed is one of these.
    await ann.getByRole("region", { name: t("home:results") }).locator(".item", { hasText: c("A new or replacement laptop.") }).click();
    await expect(ann.getByRole("heading", { level: 1, name: c("Laptop") })).toBeFocused();
    await ann.getByText(c("Pro 16"), { exact: false }).first().click();
    await ann.getByLabel(c("Why it is needed")).fill(why);
    const preview = ann.getByRole("complementary", { name: t("ask:preview.title") });
    await expect(preview).toContainText("Max Lim");
    await expect(preview).toContainText(c("Hand over"));
    await expectAccessible(ann);
    await ann.setViewportSize(phone);
    await expectFits(ann);
    await ann.setViewportSize(wide);
    await ann.getByRole("button", { name: t("ask:send") }).click();
    await expect(ann).toHaveURL(/\/tickets\/SR-\d+$/);
    const number = ann.url().split("/").pop() as string;
    const way = ann.getByRole("region", { name: t("ticket:progress.title") });
    await expect(way).toContainText(t("ticket:step.approvalOf", { name: c("Line manager") }));
    await expectAccessible(ann);

    // Max, then finance, say yes; Ann's page follows by itself.
    for (const person of ["max", "fay", "finn"] as const) {
      const approver = await come(person);
      await approver.setViewportSize(phone);
      await openStep(approver, why);
      await expectFits(approver);
      await expectAccessible(approver);
      await approver.getByRole("button", { name: t("inbox:approve"), exact: true }).click();
      await expect(approver.locator(".last-answer")).toContainText(t("inbox:answered.approved"));
    }
    const turn = ann.getByRole("region", { name: t("ticket:yourTurn") });
    await turn.getByRole("button", { name: t("ticket:answer.confirmCost") }).click();
    await expect(turn).toBeHidden();

    // Dora takes it on at the desk and prepares the account.
    const dora = await come("dora");
    await to(dora, "desk");
    await dora.getByLabel(t("desk:filter.q")).fill(number);
    await dora.keyboard.press("Enter");
    await dora.getByRole("grid").getByText(number, { exact: true }).click();
    await expect(dora).toHaveURL(new RegExp(`/desk/${number}$`));
    await dora.getByRole("button", { name: t("desk:act.accept"), exact: true }).click();
    await expect(dora.getByRole("button", { name: t("desk:act.accept"), exact: true })).toHaveCount(0);
    await expectAccessible(dora);
    await openStep(dora, why);
    await expect(dora.locator(".step-detail")).toContainText(c("Prepare the account"));
    await dora.getByRole("button", { name: t("inbox:task.done"), exact: true }).click();
    await expect(dora.locator(".last-answer")).toContainText(t("inbox:answered.done"));

    // Lin hands it over; the form that belongs to it asks to whom.
    const lin = await come("lin");
    await lin.setViewportSize(phone);
    await openStep(lin, why);
    await expect(lin.locator(".step-detail")).toContainText(c("Hand over"));
    // Who may not read the form is told by the desk what is missing, in the words of the field's name.
    await lin.getByRole("button", { name: t("inbox:task.done"), exact: true }).click();
    await lin.getByLabel("Handed over to").or(lin.getByLabel(c("Handed over to"))).fill("Ann Weber");
    forgive(lin, /422/);
    await expectFits(lin);
    await expectAccessible(lin);
    await lin.getByRole("button", { name: t("inbox:task.done"), exact: true }).click();
    await expect(lin.locator(".last-answer")).toContainText(t("inbox:answered.done"));

    // Ann agrees that it is done, and says how it was.
    await expect(ann.getByRole("heading", { name: t("ticket:ending.confirm") })).toBeVisible();
    await expectAccessible(ann);
    await ann.getByRole("button", { name: t("ticket:ending.yes") }).click();
    await expect(ann.locator(".ticket-head")).toContainText(new RegExp(t("words:status.closed"), "i"));
    const rating = ann.getByRole("region", { name: t("ticket:rating.title") });
    await rating.getByRole("radio", { name: t("ticket:rating.5") }).click();
    await rating.getByLabel(t("ticket:rating.text")).fill("Quick.");
    await rating.getByRole("button", { name: t("ticket:rating.send") }).click();
    await expect(rating).toBeHidden();
    await expectAccessible(ann);
    await ann.setViewportSize(phone);
    await expectFits(ann);

    // Ada sees what has become of it, and the way that it went.
    const ada = await come("ada");
    await to(ada, "desk");
    await ada.getByLabel(t("desk:filter.q")).fill(number);
    await ada.keyboard.press("Enter");
    await ada.goto(`/desk/${number}`);
    await expect(ada.locator(".bench-head")).toContainText(new RegExp(t("words:status.closed"), "i"));
    await expectAccessible(ada);
    await to(ada, "author");
    await ada.getByRole("searchbox", { name: t("author:search") }).fill(c("Laptop"));
    await ada.getByRole("link", { name: c("Laptop"), exact: true }).click();
    await expect(ada.getByRole("textbox", { name: t("author:parts.script") })).toContainText("manager_of(requested_for)");
    await expectAccessible(ada);
  });
}
