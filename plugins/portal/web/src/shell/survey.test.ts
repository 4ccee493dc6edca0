import { expect, test } from "vitest";
import { withSurvey } from "./survey";

test("the address of a survey is taken out of its message", () => {
  const text = "SR-000001 “Laptop” is closed. How satisfied are you? Say so here: /rate/0a1b2c";
  expect(withSurvey(text)).toEqual({ said: "SR-000001 “Laptop” is closed. How satisfied are you? Say so here:", survey: "/rate/0a1b2c" });
  expect(withSurvey("请在此评价：https://desk.example.org/rate/0a1b。")).toEqual({ said: "请在此评价：", survey: "/rate/0a1b" });
  expect(withSurvey("Rate it at /rate/ff or never")).toEqual({ said: "Rate it at or never", survey: "/rate/ff" });
});

test("other messages stay as they are", () => {
  expect(withSurvey("The rate/hour is 5.")).toEqual({ said: "The rate/hour is 5." });
});
