import { expect, test } from "vitest";
import { named } from "./begun";

test("a draft has the item's title or the ticket's number, the last written first", () => {
  const drafts = [
    { key: "comment.SR-000001", updated_at: "2026-01-01T00:00:00Z" },
    { key: "ask/laptop", updated_at: "2026-01-03T00:00:00Z" },
    { key: "ask/gone", updated_at: "2026-01-02T00:00:00Z" },
  ];
  expect(named(drafts, new Map([["laptop", "Laptop"]]))).toEqual([
    { key: "ask/laptop", name: "Laptop", path: "/catalog/laptop", item: "laptop", isOffered: true, at: "2026-01-03T00:00:00Z" },
    { key: "ask/gone", name: "gone", path: "/catalog/gone", item: "gone", isOffered: false, at: "2026-01-02T00:00:00Z" },
    { key: "comment.SR-000001", name: "SR-000001", path: "/tickets/SR-000001", item: undefined, isOffered: false, at: "2026-01-01T00:00:00Z" },
  ]);
});
