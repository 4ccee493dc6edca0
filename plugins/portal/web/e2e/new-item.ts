import type { Page } from "@playwright/test";
import { expect } from "./portal";

/** Begins an item of a category that there is; the editor opens on its form. */
export async function newItem(page: Page, title: string, name: string): Promise<void> {
  await page.getByRole("button", { name: "New item" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Title").fill(title);
  await dialog.getByLabel("Name", { exact: true }).fill(name);
  await dialog.getByRole("combobox", { name: "Category" }).click();
  await page.locator(".ant-select-dropdown:visible").getByTitle("Technical", { exact: true }).click();
  await dialog.getByRole("button", { name: "Open in the editor" }).click();
  await expect(page.getByRole("tab", { name: "Form", exact: true, selected: true })).toBeVisible();
  await expect(page.getByText("Your changes from last time are still here")).toHaveCount(0);
}
