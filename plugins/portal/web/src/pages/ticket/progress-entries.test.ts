import { expect, test } from "vitest";
import type { PreviewStep, Step, Ticket, TicketEvent } from "./data";
import { progress } from "./progress-entries";

const ticket = (more: object = {}) => ({ run: 1, status: "new", flags: {}, ...more }) as unknown as Ticket;
const step = (kind: string, name: string, state: string, answered_at: string | null = null, more: object = {}) =>
  ({ id: `${kind} ${name}`, run: 1, kind, name, state, answered_at, opened_at: "2030-01-01T00:00:00Z", ...more }) as unknown as Step;
const event = (seq: number, type: string, at: string) => ({ seq, type, at }) as unknown as TicketEvent;
const next = (kind: string, name: string) => ({ node: `n${name}`, kind, name, when: null }) as unknown as PreviewStep;
const keys = (entries: ReturnType<typeof progress>) => entries.map((entry) => `${entry.phase} ${entry.key}`);

test("joins what was with what is open and what is to come", () => {
  const events = [event(1, "ticket.submitted", "2030-01-01T00:00:00Z"), event(2, "step.opened", "2030-01-01T00:00:00Z"), event(5, "ticket.accepted", "2030-01-03T00:00:00Z")];
  const steps = [step("approval", "Manager", "done", "2030-01-02T00:00:00Z"), step("cost", "", "open")];
  const ahead = [next("approval", "Manager"), next("cost", ""), next("task", "Hand over")];
  expect(keys(progress(ticket(), steps, events, ahead))).toEqual(["past e1", "past approval Manager", "past e5", "now cost ", "ahead anHand over/0"]);
});

test("tells an answer before what came of it", () => {
  const at = "2030-01-02T00:00:00Z";
  const events = [event(1, "ticket.submitted", at), event(4, "ticket.closed", at)];
  const steps = [step("approval", "Manager", "done", at)];
  expect(keys(progress(ticket({ status: "closed" }), steps, events, []))).toEqual(["past e1", "past approval Manager", "past e4"]);
});

test("takes as many steps of one name out of what is to come as there were", () => {
  const ahead = [next("task", "Get"), next("task", "Get")];
  expect(progress(ticket(), [step("task", "Get", "open")], [], ahead).filter((entry) => entry.phase === "ahead")).toHaveLength(1);
});

test("shows an answer that was taken over once, and nothing to come of what is over", () => {
  const carried = step("approval", "Manager", "done", "2030-01-04T00:00:00Z", { run: 2, carried_from: "x" });
  expect(progress(ticket({ run: 2 }), [carried], [], [next("approval", "Manager")])).toEqual([]);
  expect(progress(ticket({ status: "closed" }), [], [], [next("task", "x")])).toEqual([]);
});
