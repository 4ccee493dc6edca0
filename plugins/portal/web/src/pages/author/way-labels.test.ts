import { expect, test } from "vitest";
import { layered } from "./layered";
import { ending } from "./PathGraph";
import { drawnWays } from "./way-labels";

const ways = [
  { from: "a", to: "b", text: "confirmed" },
  { from: "a", to: "c", text: "declined, expired" },
  { from: "a", to: "d", text: "rejected" },
  { from: "b", to: "d", text: "" },
];
const drawn = drawnWays(ways, layered(["a", "b", "c", "d"], ways));

test("no label lies on another", () => {
  const labels = drawn.filter(({ text }) => text !== "").map(({ text, label }) => ({ ...label, half: text.length * 3.2 }));
  for (const [at, one] of labels.entries())
    for (const other of labels.slice(at + 1)) expect(Math.abs(one.x - other.x) >= one.half + other.half || Math.abs(one.y - other.y) >= 15, JSON.stringify([one, other])).toBe(true);
  expect(drawn).toHaveLength(4);
});

test("an end is told in the policy's words", () => {
  const closures = [{ code: "approval_rejected", label: "Approval not passed" }];
  expect(ending("approval_rejected: No room: sorry", closures)).toBe("Approval not passed");
  expect(ending("approval_rejected", closures)).toBe("Approval not passed");
  expect(ending("other", closures)).toBe("other");
});
