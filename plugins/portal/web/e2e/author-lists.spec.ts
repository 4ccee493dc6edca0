import { expect, expectAccessible, expectFits, forgive, test } from "./portal";

const shots = process.env["SHOTS"];

test.slow();

test("an admin makes a list, fills it from a spreadsheet, publishes it and mends what was found", async ({ as }) => {
  const page = await as("ada", "/author");
  await page.getByRole("link", { name: "Lists" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lists" })).toBeVisible();
  const rooms = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: "rooms", exact: true }) });
  await expect(rooms.getByText("4 rows")).toBeVisible();
  await expect(rooms.getByRole("link", { name: "Conference call", exact: true })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/lists.png`, fullPage: true });

  const name = `stores-${Date.now()}`;
  await page.getByRole("button", { name: "New list" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Columns", { exact: true }).fill("name, title");
  await page.getByRole("button", { name: "Open as a table" }).click();
  const table = page.getByRole("grid", { name: `List “${name}”` });
  await page.getByRole("button", { name: "Add a row" }).click();
  await expect(table).toBeFocused();
  await page.keyboard.type("berlin");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.type('Store, "Berlin"');
  await page.keyboard.press("Tab");
  // From the last cell one goes on into a new row.
  await expect(table.getByRole("rowheader")).toHaveText(["2", /^3.*no key/]);

  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate(() => navigator.clipboard.writeText('moscow\tStore, Moscow\nharbin\t"two\nlines"\n'));
  await page.keyboard.press("ControlOrMeta+v");
  await expect(page.getByText("3 rows")).toBeVisible();
  await expect(table.getByRole("gridcell", { name: "two ⏎ lines" })).toBeVisible();
  await page.getByRole("button", { name: "Row up" }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await page.getByRole("button", { name: "Add a column" }).click();
  await page.getByLabel("Name of the column").fill("seats");
  await page.getByRole("button", { name: "Take it" }).click();
  await expect(table.getByRole("columnheader", { name: "seats" })).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/list.png`, fullPage: true });

  const answer = await page.context().request.get(`/api/v1/releases/current/file?path=schemas/lists/${name}.csv`);
  expect(((await answer.json()) as { text: string }).text).toBe('name,title,seats\nberlin,"Store, ""Berlin""",\nmoscow,"Store, Moscow",\nharbin,"two\nlines",\n');

  await table.getByRole("button", { name: "name" }).click();
  await page.getByRole("menuitem", { name: "Remove the column" }).click();
  await expect(page.getByRole("dialog")).toContainText("tickets hold it");
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("searchbox", { name: "Find rows" }).fill("moscow");
  await expect(table.getByRole("rowheader")).toHaveText(["3"]);

  // Somebody else publishes the same list: both changes stand.
  const path = `schemas/lists/${name}.csv`;
  const theirs = 'name,title,seats\nberlin,"Store, ""Berlin""",\nmoscow,"Store, Moscow",\nharbin,North,\nkazan,Kazan,\n';
  const origin = new URL(page.url()).origin;
  const put = await page.context().request.put("/api/v1/releases", { data: { files: { [path]: theirs } }, headers: { Origin: origin } });
  expect(put.ok(), await put.text()).toBe(true);
  await table.getByRole("gridcell").nth(2).click();
  await page.keyboard.type("40");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Somebody else has published this meanwhile")).toBeVisible();
  await page.getByRole("button", { name: "Go on with my text" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published.", { exact: true })).toBeVisible();
  const both = await page.context().request.get(`/api/v1/releases/current/file?path=${path}`);
  expect(((await both.json()) as { text: string }).text).toBe(theirs.replace("Store, Moscow\",", "Store, Moscow\",40"));

  await page.getByRole("button", { name: "Remove the list" }).click();
  await expect(page.getByText("This list goes once you publish.")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lists" })).toBeVisible();
  await expect(page.getByRole("link", { name: "rooms", exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name, exact: true })).toBeHidden();
});

test("what the check finds stands at its row", async ({ as }) => {
  const page = await as("ada", "/lists/suppliers");
  const table = page.getByRole("grid", { name: "List “suppliers”" });
  await table.getByRole("gridcell", { name: "procurement" }).first().click();
  await page.keyboard.type("procurment");
  await page.keyboard.press("Enter");
  await expect(table.getByRole("rowheader", { name: /there is no group "procurment"/ })).toContainText("2");
  forgive(page, /422/);
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/list-finding.png`, fullPage: true });
  await page.getByRole("searchbox", { name: "Find rows" }).fill("tailspin");
  await page.getByRole("region", { name: "Findings" }).getByRole("button", { name: "suppliers.csv, line 2" }).click();
  await expect(table).toBeFocused();
  await expect(table.getByRole("rowheader")).toHaveCount(3);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByText("All is as published.")).toBeVisible();
  forgive(page, /422/);
});

test("a list of 5,000 rows is read from a file, and only the rows in view are drawn", async ({ as }) => {
  const page = await as("ada", "/lists/services");
  const rows = Array.from({ length: 5000 }, (_, at) => `n${at};Service ${at};line-2`);
  await page.getByLabel("Import a file").setInputFiles({ name: "services.csv", mimeType: "text/csv", buffer: Buffer.from(`name;title;group\r\n${rows.join("\r\n")}\r\n`) });
  await expect(page.getByText("5000 rows", { exact: true })).toBeVisible();
  const table = page.getByRole("grid");
  expect(await table.getByRole("row").count()).toBeLessThan(60);
  await table.focus();
  await page.keyboard.press("ControlOrMeta+End");
  await expect(table.getByRole("gridcell", { name: "n4999" })).toBeVisible();
  const begun = Date.now();
  await page.keyboard.press("Home");
  await page.keyboard.type("renamed");
  await page.keyboard.press("Enter");
  await expect(table.getByRole("gridcell", { name: "renamed" })).toBeVisible();
  if (shots) console.log(`a cell of 5,000 rows: ${Date.now() - begun} ms`);
  const loading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  expect((await loading).suggestedFilename()).toBe("services.csv");
  await page.getByRole("button", { name: "Discard changes" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Discard changes" }).click();
  await expect(page.getByText("All is as published.")).toBeVisible();
  forgive(page, /422/);
});

test("on a phone nothing is cut off", async ({ as }) => {
  const page = await as("ada", "/lists");
  await page.setViewportSize({ width: 360, height: 740 });
  await expect(page.getByRole("link", { name: "rooms", exact: true })).toBeVisible();
  await expectFits(page);
  await page.goto("/lists/printers");
  await expect(page.getByRole("gridcell", { name: "b1-hall" })).toBeVisible();
  await expectFits(page);
  await expectAccessible(page);
  if (shots) await page.screenshot({ path: `${shots}/list-phone.png`, fullPage: true });
});
