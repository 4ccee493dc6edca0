import { expect, test } from "vitest";
import { momentFormat } from "./formats";
import { firstDayOfWeek, regional } from "./region";

test("the browser's own kind of the language is taken, the one it prefers", () => {
  expect(regional("en", ["de-DE", "en-GB", "en-US"])).toBe("en-GB");
  expect(regional("ru", ["en-US", "ru", "ru-KZ"])).toBe("ru-KZ");
  expect(regional("zh", ["zh-SG", "zh-CN"])).toBe("zh-SG");
});

test("without one the language stays as it is", () => {
  expect(regional("en", ["de", "en"])).toBe("en");
  expect(regional("en", [])).toBe("en");
  expect(regional("en", ["en_broken", "e"])).toBe("en");
  expect(regional("en-GB", ["en-US"])).toBe("en-GB");
});

test("traditional characters are no kind of what the portal writes", () => {
  expect(regional("zh", ["zh-TW", "zh-Hans-HK"])).toBe("zh-Hans-HK");
  expect(regional("zh", ["zh-TW"])).toBe("zh");
});

test("the week begins where the viewer is", () => {
  expect(firstDayOfWeek("en", ["en-GB"])).toBe(1);
  expect(firstDayOfWeek("en", ["en-US"])).toBe(0);
  expect(firstDayOfWeek("ru", [])).toBe(1);
});

test("a tag of a country is used by the formats of moments", () => {
  const at = new Date("2030-01-01T13:05:00Z");
  const options = { hour: "2-digit", minute: "2-digit", timeZone: "UTC" } as const;
  expect(momentFormat("en-GB", options).format(at)).toBe("13:05");
});
