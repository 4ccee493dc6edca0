import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { cellOf, readCsv, textOf, writeCsv } from "./csv";
import { cellAt, columnsOf, rowCount, withCells } from "./table";
import { random } from "./random-lists";

const folder = new URL("../../../../../../../schemas/lists/", import.meta.url);
const shipped = readdirSync(folder).filter((name) => name.endsWith(".csv"));
const textsIn = (text: string, separator?: string) => readCsv(text, separator).rows.map(({ cells }) => cells.map(textOf));

test("there are lists to be read", () => {
  expect(shipped.length).toBeGreaterThan(5);
});

describe.each(shipped)("%s", (name) => {
  const text = readFileSync(new URL(name, folder), "utf8");

  test("is written back byte for byte", () => {
    expect(writeCsv(readCsv(text))).toBe(text);
  });

  test("changes in the line of the cell alone", () => {
    const csv = readCsv(text);
    for (let row = 0; row < rowCount(csv); row++) {
      for (let column = 0; column < columnsOf(csv).length; column++) {
        const changed = withCells(csv, [{ row, column, text: 'new, "quoted"' }]);
        const [before, after] = [text.split("\n"), writeCsv(changed).split("\n")];
        expect(after.map((line, at) => (line === before[at] ? -1 : at)).filter((at) => at >= 0)).toEqual([row + 1]);
        expect(writeCsv(withCells(changed, [{ row, column, text: cellAt(csv, row, column) }]))).toBe(text);
      }
    }
  });
});

test("cells are read as RFC 4180 has them", () => {
  expect(textsIn('name,title\r\na,"x, ""y"""\r\nb,"two\r\nlines"\r\n')).toEqual([
    ["name", "title"],
    ["a", 'x, "y"'],
    ["b", "two\r\nlines"],
  ]);
  expect(textsIn("a,,\n,\n")).toEqual([["a", "", ""], ["", ""]]);
  expect(textsIn("a;b,c\n", ";")).toEqual([["a", "b,c"]]);
  expect(textsIn('"",x')).toEqual([["", "x"]]);
});

test("what no standard allows is read as the desk reads it", () => {
  expect(textsIn('"a"b"c,d\n')).toEqual([['ab"c', "d"]]);
  expect(textsIn('a "b",c\n')).toEqual([['a "b"', "c"]]);
  expect(textsIn('a,"b\nc,d')).toEqual([["a", "b\nc,d"]]);
  expect(textsIn("a\rb\r")).toEqual([["a"], ["b"]]);
});

test("blank lines and a byte order mark are no cells, and stay", () => {
  const text = "\uFEFF\n\nname\n\r\na\n\n";
  expect(textsIn(text)).toEqual([["name"], ["a"]]);
  expect(writeCsv(readCsv(text))).toBe(text);
});

test("any text at all is written back byte for byte", () => {
  const next = random(1);
  const signs = ['"', '""', ",", "\n", "\r\n", "\r", "a", " ", "я", "\uFEFF", "\t", ";"];
  for (let turn = 0; turn < 3000; turn++) {
    const text = Array.from({ length: next(14) }, () => signs[next(signs.length)]).join("");
    expect(writeCsv(readCsv(text)), JSON.stringify(text)).toBe(text);
  }
});

test("any cell is read as it was written", () => {
  const next = random(2);
  const signs = ['"', ",", "\n", "\r", "a", " ", "\uFEFF", "字"];
  for (let turn = 0; turn < 2000; turn++) {
    const row = () => ["key", ...Array.from({ length: 3 }, () => Array.from({ length: next(5) }, () => signs[next(signs.length)]).join(""))];
    const rows = [row(), row(), row()];
    expect(textsIn(rows.map((cells) => cells.map(cellOf).join(",")).join("\r\n"))).toEqual(rows);
  }
});
