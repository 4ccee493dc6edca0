import { expect, test } from "vitest";
import type { TicketEvent } from "../ticket/data";
import { faultOf, placeOf } from "./fault";

const event = (type: string, data: object) => ({ type, data }) as unknown as TicketEvent;
const stuck = (message: string) => event("ticket.stuck", { file: "workflows/laptop.rhai", line: 6, code: "effect", message });

test("why a ticket is stuck is what the log said last, where the ticket does not say it", () => {
  const log = [stuck("no group"), event("ticket.resumed", {}), stuck("no impact"), event("comment.added", {})];
  expect(faultOf({ fault: null }, log)).toEqual({ file: "workflows/laptop.rhai", line: 6, message: "no impact" });
  const fault = { file: "workflows/lib/a.rhai", line: 1, column: 1, code: "x", message: "now", help: "/problems/x" };
  expect(faultOf({ fault }, log)?.message).toBe("now");
  expect(faultOf({ fault: null }, [])).toBeUndefined();
});

test("a fault leads to the page of its file", () => {
  expect(placeOf({ file: "workflows/laptop.rhai" }, "laptop")).toBe("/author/laptop");
  expect(placeOf({ file: "schemas/laptop.json" }, "laptop")).toBe("/author/laptop?part=schema");
  expect(placeOf({ file: "workflows/policy.toml" }, "laptop")).toBe("/policy");
  expect(placeOf({ file: "" }, "laptop")).toBeUndefined();
});
