import { expect, test } from "vitest";
import { mergedList } from "./list-merge";

const base = "name,title,owner\na,A,max\nb,B,sam\nc,C,fay\n";

test("what two people changed in one list stands both", () => {
  const mine = "name,title,owner\na,A,ann\nb,B,sam\nd,D,dan\nc,C,fay\n";
  const theirs = "name,title,owner\na,Aa,max\nb,B,sam\nc,C,mia\nx,X,max\n";
  expect(mergedList(mine, base, theirs)).toBe("name,title,owner\na,Aa,ann\nb,B,sam\nd,D,dan\nc,C,mia\nx,X,max\n");
});

test("a row taken away here goes from theirs, and one that they took away is back only where it was changed here", () => {
  expect(mergedList("name,title,owner\nb,B,sam\nc,C,fay\n", base, base.replace("A,max", "A,dan"))).toBe("name,title,owner\nb,B,sam\nc,C,fay\n");
  const theirs = "name,title,owner\na,A,max\n";
  expect(mergedList(base.replace("B,sam", "B,lin"), base, theirs)).toBe("name,title,owner\na,A,max\nb,B,lin\n");
});

test("where both changed one cell, this one stands", () => {
  expect(mergedList(base.replace("fay", "lin"), base, base.replace("fay", "kim"))).toBe(base.replace("fay", "lin"));
});

test("rows and columns that cannot be told apart are not put together", () => {
  expect(mergedList("name,title\na,A\n", base, base)).toBeUndefined();
  expect(mergedList(`${base}a,again,max\n`, base, base)).toBeUndefined();
  expect(mergedList("name,title,owner\nb,B,sam\na,A,max\nc,C,fay\n", base, base)).toBeUndefined();
});
