import { expect, test } from "vitest";
import type { TicketEvent } from "./data";
import { saidIn } from "./EventWords";

const event = (type: string, data?: object) => ({ type, data }) as unknown as TicketEvent;

test("each event's own words are found", () => {
  expect(saidIn(event("ticket.resolved", { resolution: "Lamp exchanged", outcome: "done" }))).toEqual({ words: "Lamp exchanged" });
  expect(saidIn(event("ticket.reopened", { reason: "It flickers again", ended: { resolution: "Lamp exchanged" } }))).toEqual({ words: "It flickers again" });
  expect(saidIn(event("ticket.closed", { rejection_code: "budget", message: "No money this year" }))).toEqual({ code: "budget", words: "No money this year" });
  expect(saidIn(event("ticket.closed", { rejection_code: null, closure_code: "succeeded" }))).toEqual({});
  expect(saidIn(event("ticket.accepted"))).toEqual({});
});
