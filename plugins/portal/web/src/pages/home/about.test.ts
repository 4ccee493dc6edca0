import { expect, test } from "vitest";
import { pageOf } from "./about";

const incident = { item: "report-incident", title: "Report an incident", keywords: ["broken", "сбой"] };

test("words that say more than the item's name go along", () => {
  expect(pageOf(incident, " My screen is broken ")).toBe("/catalog/report-incident?about=My+screen+is+broken");
  expect(pageOf(incident, "屏幕坏了")).toBe(`/catalog/report-incident?about=${encodeURIComponent("屏幕坏了")}`);
});

test("words that only name it do not, nor does nothing", () => {
  for (const words of [undefined, "", "  ", "Incident", "broken", "Сбой"]) expect(pageOf(incident, words)).toBe("/catalog/report-incident");
});
