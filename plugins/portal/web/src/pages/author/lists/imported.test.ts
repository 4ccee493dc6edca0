import { expect, test } from "vitest";
import { imported } from "./imported";

const bytes = (text: string) => new TextEncoder().encode(text);

test("plain CSV is taken as it is, without its byte order mark", () => {
  expect(imported(bytes('\uFEFFname,title\r\na,"x, y"\r\n'))).toEqual({ text: 'name,title\r\na,"x, y"\r\n' });
});

test("semicolons and tabs become commas", () => {
  expect(imported(bytes('name;title\na;"x;y"\nb;1,5\n'))).toEqual({ text: 'name,title\na,x;y\nb,"1,5"\n' });
  expect(imported(bytes("name\ttitle\r\na\tA\r\n"))).toEqual({ text: "name,title\r\na,A\r\n" });
});

test("two bytes a letter are read, too", () => {
  const text = "\uFEFFname\tимя\r\n";
  const wide = new Uint8Array([...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]));
  expect(imported(wide)).toEqual({ text: "name,имя\r\n" });
});

test("what is no list is refused", () => {
  expect(imported(new Uint8Array([0x6e, 0xff, 0xe4]))).toEqual({ fault: "notText" });
  expect(imported(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00]))).toEqual({ fault: "notText" });
  expect(imported(bytes("\n\n"))).toEqual({ fault: "empty" });
  expect(imported(bytes(`name\n${"a".repeat(1024 * 1024)}\n`))).toEqual({ fault: "tooLarge" });
});
