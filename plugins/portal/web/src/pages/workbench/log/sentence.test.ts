import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { usernamesIn } from "./people";
import { sentenceOf, wordsOf, type Words } from "./sentence";

const words: Words = {
  person: (username) => `<${username}>`,
  moment: (at) => `[${at}]`,
  step: ({ kind, name }) => `${kind} ${name}`.trim(),
  outcome: (outcome) => outcome,
  word: (part, code) => `${part} ${code}`,
};
const event = (type: string, data: object) => ({ type, data }) as unknown as Parameters<typeof sentenceOf>[0];
const told = (type: string, data: object) => sentenceOf(event(type, data), words);

test("an event's sentence names people, steps and times as everywhere", () => {
  expect(told("ticket.assigned", { assignee: "dan", group: "service-desk" })).toEqual({ key: "ticket.assigned", gaps: { whom: "<dan>, service-desk" } });
  expect(told("ticket.assigned", { assignee: null, group: null })).toEqual({ key: "ticket.unassigned", gaps: {} });
  expect(told("ticket.escalated", { level: "manager", to: ["sam"] })).toEqual({ key: "ticket.raised", gaps: { whom: "<sam>" } });
  expect(told("sla.set", { name: "hardware", respond_due: "T1", resolve_due: null })).toEqual({ key: "sla.set_respond", gaps: { name: "hardware", respond: "[T1]" } });
  expect(told("step.settled", { kind: "task", name: "Hand over", outcome: "done", step: "01a2" })).toEqual({ key: "step.settled", gaps: { step: "task Hand over", how: "done" } });
  expect(told("ticket.changed", { fields: { urgency: { from: "normal", to: "high" }, tags: { from: [], to: ["it"] } } }).gaps).toEqual({
    what: "column urgency: normal → high; column tags: – → it",
  });
});

test("what people wrote stands below; the id of a comment is no word", () => {
  expect(wordsOf(event("ticket.handed_back", { reason: "Not ours", suggestion: "Ask the house" }))).toEqual(["Not ours", "Ask the house"]);
  expect(wordsOf(event("comment.added", { comment: "01a2" }))).toEqual([]);
});

test("each event of the API has its sentence", () => {
  const schema = readFileSync(new URL("../../../api/schema.d.ts", import.meta.url), "utf8");
  const types = [...(/EventType: (.*);/.exec(schema)?.[1] ?? "").matchAll(/"([^"]+)"/g)].map(([, type]) => type as string);
  const log = JSON.parse(readFileSync(new URL("../../../text/en/workbench.json", import.meta.url), "utf8")).log as Record<string, Record<string, string>>;
  expect(types.length).toBeGreaterThan(60);
  expect(types.filter((type) => log[type.split(".")[0] ?? ""]?.[type.split(".")[1] ?? ""] === undefined)).toEqual([]);
});

test("usernames are found where the log has them", () => {
  expect(usernamesIn(event("ticket.escalated", { level: "manager", to: ["sam"] }))).toEqual(["sam"]);
  expect(usernamesIn(event("step.reminded", { to: 2 }))).toEqual([]);
});
