import { expect, test } from "vitest";
import { answerOf } from "./step-answer";

const step = (kind: string, output: object | null, comment?: string) => ({ kind, output, comment }) as unknown as Parameters<typeof answerOf>[0];

test("what was done is part of a work's answer, beside its comment", () => {
  expect(answerOf(step("work", { resolution: "A new key was cut", group: "service-desk" }))).toEqual({ texts: ["A new key was cut"], rest: {} });
  expect(answerOf(step("task", { serial: "A1", checklist: ["Cleaned"] }, "On the shelf"))).toEqual({ texts: ["On the shelf"], rest: { serial: "A1", checklist: ["Cleaned"] } });
  expect(answerOf(step("question", { answer: "Blue" }))).toEqual({ texts: ["Blue"], rest: {} });
});

test("what a neighbour or the desk gave back is for the script, and who may not read it is told nothing", () => {
  expect(answerOf(step("plugin", { tag: "LT-1" }))).toEqual({ texts: [], rest: {} });
  expect(answerOf(step("cost", { amount: "900.00" }, "fine"))).toEqual({ texts: ["fine"], rest: {} });
  expect(answerOf(step("work", null))).toEqual({ texts: [], rest: {} });
});
