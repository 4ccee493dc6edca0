import { expect, test } from "vitest";
import { agree, chosenAtDoor } from "./account-language";

const reader = { account: "en", spoken: "ru", isChosen: false, isChosenNow: false } as const;

test("the account is followed where nobody has chosen here", () => {
  expect(agree(reader)).toEqual({ what: "follow", language: "en" });
  expect(agree({ ...reader, account: "zh-CN" })).toEqual({ what: "follow", language: "zh" });
});

test("what was chosen in this browser stays", () => {
  expect(agree({ ...reader, isChosen: true })).toEqual({ what: "stay" });
});

test("what was chosen on the sign-in page is told to the account", () => {
  expect(agree({ ...reader, isChosen: true, isChosenNow: true })).toEqual({ what: "tell", language: "ru" });
});

test("nothing is to be done where both agree, or the portal does not know the account's language", () => {
  expect(agree({ ...reader, account: "ru", isChosenNow: true, isChosen: true })).toEqual({ what: "stay" });
  expect(agree({ ...reader, account: "fr" })).toEqual({ what: "stay" });
});

test("a choice on the sign-in page counts for the one who signs in next", () => {
  expect(chosenAtDoor.take()).toBe(false);
  chosenAtDoor.note();
  expect(chosenAtDoor.take()).toBe(true);
  expect(chosenAtDoor.take()).toBe(false);
});
