import { expect, test } from "vitest";
import { beginning, setOut, wantedIn } from "./kept";

test("what was to be sent is set out where it is JSON", () => {
  expect(setOut('{"model":"light"}')).toBe('{\n  "model": "light"\n}');
  expect(setOut("<xml/>")).toBe("<xml/>");
  expect(setOut('{"cut": tr')).toBe('{"cut": tr');
});

test("a line has the message's beginning, cut between signs", () => {
  expect(beginning("Hello\n\n  there")).toBe("Hello there");
  expect(beginning("👍👍👍", 2)).toBe("👍👍…");
});

test("filters are read from the address, unknown ones are none", () => {
  expect(wantedIn(new URLSearchParams("kind=call&fate=lost&ticket= SR-000001 "))).toMatchObject({ kind: "call", fate: undefined, ticket: "SR-000001", plugin: "" });
});
