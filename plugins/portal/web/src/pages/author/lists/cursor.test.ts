import { expect, test, vi } from "vitest";
import { drafted, draftedForms, draftedLists, draftOfForm, draftOfList, keepDraft } from "../drafts";
import { areaOf, isIn, moved, within } from "./cursor";

const from = { row: 2, column: 1 };
const go = (key: string, isFar = false) => moved(from, { key, isFar }, 5, 3, 10);

test("keys lead to the next cell, to the edge and no further", () => {
  expect(go("ArrowDown")).toEqual({ row: 3, column: 1 });
  expect(go("ArrowRight", true)).toEqual({ row: 2, column: 2 });
  expect(go("PageDown")).toEqual({ row: 4, column: 1 });
  expect(go("PageUp")).toEqual({ row: 0, column: 1 });
  expect(go("Home", true)).toEqual({ row: 0, column: 0 });
  expect(go("End", true)).toEqual({ row: 4, column: 2 });
  expect(go("x")).toBeUndefined();
  expect(within({ row: 3, column: 3 }, 0, 0)).toEqual({ row: 0, column: 0 });
});

test("what is selected lies between two corners, whichever was first", () => {
  const area = areaOf({ at: { row: 1, column: 2 }, from: { row: 3, column: 0 } });
  expect(area).toEqual({ top: 1, bottom: 3, left: 0, right: 2 });
  expect(isIn(area, { row: 2, column: 1 })).toBe(true);
  expect(isIn(area, { row: 4, column: 1 })).toBe(false);
});

test("drafts of lists are no drafts of items, and a full browser is no fault of the page", () => {
  const kept: Record<string, string> = {};
  const methods = {
    setItem: (key: string, text: string) => {
      if (text.length > 1000) throw new Error("full");
      kept[key] = text;
    },
    removeItem: (key: string) => delete kept[key],
  };
  // Its keys are what a browser's storage has as its own, too.
  vi.stubGlobal("localStorage", new Proxy(kept, { get: (all, name: string) => methods[name as keyof typeof methods] ?? all[name] }));
  keepDraft("laptop", { files: { form: "2" }, base: { form: "1" } });
  keepDraft(draftOfList("rooms"), { files: { rooms: "2" }, base: {} });
  keepDraft(draftOfList("long"), { files: { long: "x".repeat(2000) }, base: {} });
  keepDraft(draftOfForm("offer"), { files: { offer: "2" }, base: {} });
  expect([drafted(), draftedLists(), draftedForms()]).toEqual([["laptop"], ["rooms"], ["offer"]]);
  vi.unstubAllGlobals();
});
