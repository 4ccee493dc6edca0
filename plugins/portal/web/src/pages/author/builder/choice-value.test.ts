import { expect, test } from "vitest";
import { titled, valueFor } from "./choice-value";

test("a value is made of the letters and digits of a title", () => {
  expect(valueFor("Large, 36 m²", [])).toBe("large_36_m");
  expect(valueFor("Café", [])).toBe("cafe");
  expect(valueFor("Small", ["small", "small_2"])).toBe("small_3");
  expect([valueFor("大型", []), valueFor("Большой 36", []), valueFor("…", [])]).toEqual([undefined, undefined, undefined]);
});

const nobody = () => false;
const choices = [
  { const: "small", title: "Small" },
  { const: "choice_2", title: "Choice" },
  { const: "own", title: "By hand" },
];

test("the value of a new choice follows its title", () => {
  expect(titled(choices, 1, "Large", nobody)).toEqual({ const: "large", title: "Large" });
  expect(titled(choices, 0, "Smaller", nobody).const).toBe("smaller");
  expect(titled(choices, 1, "大型", nobody)).toEqual({ const: "choice_2", title: "大型" });
});

test("a value that somebody chose, or says, stays", () => {
  expect(titled(choices, 2, "Other", nobody).const).toBe("own");
  expect(titled(choices, 0, "Smaller", (value) => value === "small").const).toBe("small");
});
