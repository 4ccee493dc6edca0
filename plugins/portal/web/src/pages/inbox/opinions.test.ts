import { expect, test } from "vitest";
import type { Step } from "./inbox-data";
import { opinionsOf } from "./opinions";

const question = (id: string, state = "open") =>
  ({ id, kind: "question", state, text: "Is it needed?", for: { users: [{ username: "max", name: "Max Lim" }], groups: [] }, arguments: { of: "1", opened_by: "fay" } }) as unknown as Step;
const approval = (opinions: object[] = []) => ({ id: "1", arguments: { opinions } }) as unknown as Step;

test("what was asked is shown before it has its answer, and once", () => {
  expect(opinionsOf(approval(), [question("2"), question("3", "cancelled")])).toEqual([
    { step: "2", by: "max", name: "Max Lim", asked_by: "fay", question: "Is it needed?" },
  ]);
  const given = { step: "2", by: "max", asked_by: "fay", question: "Is it needed?", answer: "Yes" };
  expect(opinionsOf(approval([given]), [question("2")])).toEqual([given]);
});
