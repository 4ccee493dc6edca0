import { expect, test } from "vitest";
import { namedAt } from "./page-route";

test("an address is that of a pattern when each word is, and names what the pattern leaves open", () => {
  expect(namedAt("/", "/")).toEqual({});
  expect(namedAt("/desk", "/desk")).toEqual({});
  expect(namedAt("/desk", "/inbox")).toBeUndefined();
  expect(namedAt("/tickets/:number", "/tickets/SR-000001")).toEqual({ number: "SR-000001" });
  expect(namedAt("/tickets/:number", "/tickets")).toBeUndefined();
  expect(namedAt("/tickets/:number", "/tickets/")).toBeUndefined();
  expect(namedAt("/admin/people/:username", "/admin/groups/ann")).toBeUndefined();
  expect(namedAt("/policy/:section?", "/policy")).toEqual({});
  expect(namedAt("/policy/:section?", "/policy/levels")).toEqual({ section: "levels" });
  expect(namedAt("/policy/:section?", "/policies")).toBeUndefined();
  expect(namedAt("/lists/:name", "/lists/who%20is%20it")).toEqual({ name: "who is it" });
  expect(namedAt("/lists/:name", "/lists/100%")).toEqual({ name: "100%" });
});
