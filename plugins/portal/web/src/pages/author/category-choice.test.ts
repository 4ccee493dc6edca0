import { expect, test } from "vitest";
import { categoriesOf, knownAs } from "./CategoryChoice";

const categories = categoriesOf([
  { category: "business", categoryName: "Business services" },
  { category: "", categoryName: "" },
  { category: "access", categoryName: "" },
  { category: "business", categoryName: "Business services" },
]);

test("each category is offered once, by name", () => {
  expect(categories).toEqual([
    { key: "access", name: "access" },
    { key: "business", name: "Business services" },
  ]);
});

test("a category is not split by how somebody writes it", () => {
  expect(knownAs(categories, " Business ")?.key).toBe("business");
  expect(knownAs(categories, "business SERVICES")?.key).toBe("business");
  expect(knownAs(categories, "Rooms")).toBeUndefined();
});
