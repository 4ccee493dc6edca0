import { expect, test } from "vitest";
import { foundItems } from "./found-items";

const item = (name: string, ...keywords: string[]) => ({ item: name, title: name, keywords });
const laptop = item("laptop", "computer");
const access = item("access", "rights");
const general = item("general", "other");

test("what the server finds besides comes last, and once", () => {
  const all = [laptop, access, general];
  expect(foundItems(all, "comp", [laptop, general])).toEqual([laptop, general]);
  expect(foundItems(all, "vpn", [general])).toEqual([general]);
  expect(foundItems(all, "vpn", [])).toEqual([]);
  expect(foundItems(all, " ", [])).toEqual(all);
});
