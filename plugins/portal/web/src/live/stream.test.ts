import { expect, test } from "vitest";
import { parser, type Heard } from "./stream";

test("an event may come in pieces, with comments between", () => {
  const heard: Heard[] = [];
  const parse = parser((what) => heard.push(what));
  parse(": still here\n\nid: 7\nevent: message\nda");
  expect(heard).toEqual([]);
  parse('ta: {"number":"SR-000001","version":2,"type":"step.voted"}\n\nid: 8\n');
  expect(heard).toEqual([{ what: "event", id: "7", event: { number: "SR-000001", version: 2, type: "step.voted" } }]);
});
