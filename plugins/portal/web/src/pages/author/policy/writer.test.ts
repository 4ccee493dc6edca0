import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Json } from "../builder/json-place";
import { pause, Writer, type WriterState } from "./writer";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Call {
  text: string;
  policy: Json;
  answer: (text: string) => void;
  fail: (why: Error) => void;
}

function desk() {
  const calls: Call[] = [];
  const texts: string[] = [];
  const states: WriterState[] = [];
  const writer = new Writer("start", {
    write: (text, policy) => new Promise((answer, fail) => calls.push({ text, policy, answer, fail })),
    onText: (text) => texts.push(text),
    onState: (state) => states.push(state),
  });
  return { calls, texts, states, writer };
}

test("what is typed quickly is one call, and what comes meanwhile waits for its answer", async () => {
  const { calls, texts, states, writer } = desk();
  writer.change({ a: 1 });
  writer.change({ a: 2 });
  expect(calls).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(pause);
  expect(calls.map(({ text, policy }) => [text, policy])).toEqual([["start", { a: 2 }]]);
  writer.change({ a: 3 });
  writer.change({ a: 4 });
  await vi.advanceTimersByTimeAsync(pause * 3);
  expect(calls).toHaveLength(1);
  calls[0]?.answer("two");
  await vi.advanceTimersByTimeAsync(0);
  expect(calls.slice(1).map(({ text, policy }) => [text, policy])).toEqual([["two", { a: 4 }]]);
  expect(states.at(-1)?.isBehind).toBe(true);
  calls[1]?.answer("four");
  await vi.advanceTimersByTimeAsync(0);
  expect(texts).toEqual(["two", "four"]);
  expect(states.at(-1)).toEqual({ isBehind: false, problem: undefined });
});

test("who publishes gets the text with the last word", async () => {
  const { calls, writer } = desk();
  writer.change({ a: 1 });
  const settled = writer.settle();
  await vi.advanceTimersByTimeAsync(0);
  expect(calls).toHaveLength(1);
  calls[0]?.answer("one");
  expect(await settled).toBe("one");
  expect(await writer.settle()).toBe("one");
  writer.change({ a: 2 });
  await vi.advanceTimersByTimeAsync(pause);
  expect(calls[1]?.text).toBe("one");
});

test("a call that fails loses nothing", async () => {
  const { calls, states, writer } = desk();
  writer.change({ a: 1 });
  await vi.advanceTimersByTimeAsync(pause);
  const why = new Error("offline");
  calls[0]?.fail(why);
  await vi.advanceTimersByTimeAsync(0);
  expect(states.at(-1)).toEqual({ isBehind: true, problem: why });
  const again = writer.settle();
  await vi.advanceTimersByTimeAsync(0);
  expect(calls[1]?.policy).toEqual({ a: 1 });
  calls[1]?.answer("one");
  expect(await again).toBe("one");
});

test("an answer to a text that was replaced meanwhile is too late", async () => {
  const { calls, texts, writer } = desk();
  writer.change({ a: 1 });
  await vi.advanceTimersByTimeAsync(pause);
  writer.reset("other");
  calls[0]?.answer("one");
  await vi.advanceTimersByTimeAsync(0);
  expect(texts).toEqual([]);
  writer.change({ a: 5 });
  await vi.advanceTimersByTimeAsync(pause);
  expect(calls[1]?.text).toBe("other");
});
